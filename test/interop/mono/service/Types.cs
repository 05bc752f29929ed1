// What .NET's XmlSerializer writes: a class for each kind of value.
using System;
using System.Xml;
using System.Xml.Schema;
using System.Xml.Serialization;

[XmlType(Namespace = Echo.Namespace)]
public class Numbers
{
    public sbyte signedByte;
    public byte unsignedByte;
    public short int16;
    public ushort unsigned16;
    public int int32;
    public uint unsigned32;
    public long int64;
    public ulong unsigned64;
    public decimal exact;
    public float single;
    public double twofold;
    public int? maybe32;
    public long? maybe64;
    public bool? maybeTrue;
    [XmlElement(DataType = "integer")] public string unbounded;
}

[XmlType(Namespace = Echo.Namespace)]
public class Moments
{
    public DateTime instant;
    public DateTime? maybe;
    [XmlElement(DataType = "date")] public DateTime day;
    [XmlElement(DataType = "time")] public DateTime hour;
    [XmlElement(DataType = "duration")] public string span;
}

[XmlType(Namespace = Echo.Namespace)]
public class Binary
{
    public Guid id;
    public byte[] bytes;
    [XmlElement(DataType = "hexBinary")] public byte[] hex;
}

[XmlType(Namespace = Echo.Namespace)]
public class Arrays
{
    public int[] numbers;
    public string[] texts;
    public int?[] gaps;
    public Pair[] pairs;
    [XmlElement("flat")] public Pair[] flat;
    [XmlArray("renamed"), XmlArrayItem("entry")] public string[] renamed;
    public string[][] jagged;
    [XmlAttribute] public int[] list;
}

[XmlType(Namespace = Echo.Namespace)]
public class Pair
{
    public string key;
    public int value;
}

[XmlType(Namespace = Echo.Namespace)]
public enum Colour
{
    Red,
    [XmlEnum("light-blue")] LightBlue,
    [XmlEnum("")] None,
    [XmlEnum("1st")] First,
}

[Flags, XmlType(Namespace = Echo.Namespace)]
public enum Rights
{
    Read = 1,
    Write = 2,
    Execute = 4,
}

[XmlType(Namespace = Echo.Namespace)]
public class Enums
{
    public Colour colour;
    public Colour? maybe;
    public Rights rights;
    public Colour[] palette;
    [XmlAttribute] public Colour shade;
}

[XmlType(Namespace = Echo.Namespace)]
public class Price
{
    [XmlAttribute] public string currency;
    [XmlAttribute] public bool net;
    [XmlIgnore] public bool netSpecified;
    [XmlAttribute(Form = XmlSchemaForm.Qualified, Namespace = "http://example.org/tax")] public string code;
    [XmlText] public decimal amount;
}

[XmlType(Namespace = Echo.Namespace), XmlInclude(typeof(Circle)), XmlInclude(typeof(Square))]
public abstract class Shape
{
    public string name;
}

[XmlType(Namespace = Echo.Namespace)]
public class Circle : Shape
{
    public double radius;
}

[XmlType(Namespace = Echo.Namespace), XmlInclude(typeof(ColouredSquare))]
public class Square : Shape
{
    public double side;
}

[XmlType(Namespace = Echo.Namespace)]
public class ColouredSquare : Square
{
    [XmlAttribute] public Colour colour;
}

[XmlType(Namespace = Echo.Namespace)]
public class Payment
{
    [XmlElement("card", typeof(Card)), XmlElement("iban", typeof(string)), XmlElement("cash", typeof(decimal))]
    public object means;
    [XmlElement("note", typeof(string)), XmlElement("mark", typeof(int))]
    public object[] remarks;
}

[XmlType(Namespace = Echo.Namespace)]
public class Card
{
    public string number;
    public int year;
}

[XmlType(Namespace = Echo.Namespace)]
public class Open
{
    public string known;
    [XmlAnyElement] public XmlElement[] others;
    [XmlAnyAttribute] public XmlAttribute[] marks;
}

[XmlType(Namespace = Echo.Namespace)]
public class Texts
{
    public string first;
    [XmlElement(IsNullable = true)] public string second;
    public string[] list;
    [XmlElement(IsNullable = true)] public Pair pair;
    public char letter;
}

[XmlType(Namespace = Echo.Namespace)]
public class Tree
{
    public string name;
    [XmlElement("child")] public Tree[] children;
}
