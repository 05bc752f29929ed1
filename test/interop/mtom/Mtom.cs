// The MTOM writer and reader of .NET: `Mtom.exe write NAMESPACE SIZE` prints a message with its MIME headers, `Mtom.exe read`
// reads one from standard input, its Content-Type in the first line, and prints the content of its <data> elements.
using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;

public static class Mtom
{
    public static int Main(string[] args)
    {
        if (args[0] == "write") Write(args[1], int.Parse(args[2]));
        else Read();
        return 0;
    }

    static void Write(string envelope, int size)
    {
        using (var output = Console.OpenStandardOutput())
        {
            var type = envelope.EndsWith("soap-envelope") ? "application/soap+xml" : "text/xml";
            var writer = XmlDictionaryWriter.CreateMtomWriter(output, Encoding.UTF8, int.MaxValue, type);
            var data = Enumerable.Range(0, size).Select(index => (byte)(index * 31)).ToArray();
            writer.WriteStartElement("s", "Envelope", envelope);
            writer.WriteStartElement("s", "Body", envelope);
            writer.WriteStartElement("", "storeResponse", "urn:files");
            writer.WriteElementString("name", "urn:files", "n");
            writer.WriteStartElement("data", "urn:files");
            writer.WriteBase64(data, 0, data.Length);
            writer.WriteEndElement();
            for (var count = 1; count < 3; count++)
            {
                writer.WriteStartElement("more", "urn:files");
                writer.WriteBase64(data, 0, count);
                writer.WriteEndElement();
            }
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.Flush();
            writer.Close();
        }
    }

    static void Read()
    {
        var whole = new MemoryStream();
        using (var input = Console.OpenStandardInput()) input.CopyTo(whole);
        var bytes = whole.ToArray();
        var end = Array.IndexOf(bytes, (byte)'\n');
        var type = Encoding.ASCII.GetString(bytes, 0, end);
        var body = new MemoryStream(bytes, end + 1, bytes.Length - end - 1);
        var reader = XmlDictionaryReader.CreateMtomReader(
            body, new[] { Encoding.UTF8 }, type, XmlDictionaryReaderQuotas.Max);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "data") continue;
            var content = reader.ReadElementContentAsBase64();
            Console.WriteLine(Convert.ToBase64String(content));
        }
    }
}
