// Prints a line for each kind: `ok <kind>`, or `failed <kind>: <why>`.
using System;

public static class Show
{
    public static void Kind(string kind, Action cell)
    {
        try
        {
            cell();
            Console.WriteLine("ok " + kind);
        }
        catch (Exception error)
        {
            Console.WriteLine("failed " + kind + ": " + error.ToString().Replace('\n', ' '));
        }
    }

    public static void Same<T>(T expected, T actual)
    {
        if (!object.Equals(expected, actual)) throw new Exception(actual + " instead of " + expected);
    }

    public static void True(bool condition)
    {
        if (!condition) throw new Exception("not as expected");
    }
}
