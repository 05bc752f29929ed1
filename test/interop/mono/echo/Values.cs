// Each kind of value, sent by the proxy of the WSDL and given back.
using System;
using System.Data;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Serialization;
using Documents;

public static class Values
{
    private static string Text(object value)
    {
        var text = new StringWriter();
        new XmlSerializer(value.GetType()).Serialize(text, value);
        return text.ToString();
    }

    /// Two values that XmlSerializer writes alike.
    private static void Same(object expected, object actual)
    {
        Show.Same(Text(expected), Text(actual));
    }

    private static Numbers Numbers(long int64, ulong unsigned64, string unbounded)
    {
        return new Numbers
        {
            signedByte = -128, unsignedByte = 255, int16 = -32768, unsigned16 = 65535,
            int32 = int.MinValue, unsigned32 = uint.MaxValue, int64 = int64, unsigned64 = unsigned64,
            exact = 12.50m, single = 0.1f, twofold = double.MaxValue, maybe64 = 0, maybeTrue = false,
            unbounded = unbounded,
        };
    }

    private static XmlElement Xml(string text)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(text);
        return document.DocumentElement;
    }

    public static void ShowAll(Echo echo)
    {
        Show.Kind("numbers", () =>
        {
            var numbers = Numbers(-1, 1, "0");
            Same(numbers, echo.EchoNumbers(numbers));
        });
        Show.Kind("64-bit and unbounded numbers", () =>
        {
            var numbers = Numbers(long.MinValue, ulong.MaxValue, "123456789012345678901234567890");
            Same(numbers, echo.EchoNumbers(numbers));
        });
        Show.Kind("NaN and INF", () =>
        {
            var doubles = new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, 0.1 + 0.2 };
            Show.True(doubles.SequenceEqual(echo.EchoDoubles(doubles)));
        });
        Show.Kind("decimals", () =>
        {
            var decimals = new[] { 1.10m, 0m, decimal.MinValue, 0.0000000000000000000000000001m };
            Same(decimals, echo.EchoDecimals(decimals));
        });
        Show.Kind("dates and times", () =>
        {
            foreach (var kind in new[] { DateTimeKind.Utc, DateTimeKind.Local, DateTimeKind.Unspecified })
            {
                var instant = new DateTime(2026, 11, 25, 12, 34, 56, kind).AddTicks(1234567);
                var moments = new Moments
                {
                    instant = instant, maybe = null, day = new DateTime(2024, 2, 29), hour = new DateTime(1, 1, 1, 23, 59, 59),
                    span = "P1Y2M3DT4H5M6.7S",
                };
                var response = echo.EchoMoments(moments);
                Show.Same(instant.ToUniversalTime(), response.instant.ToUniversalTime());
                Show.Same(moments.day, response.day);
                Show.Same(moments.hour.TimeOfDay, response.hour.TimeOfDay);
                Show.Same(moments.span, response.span);
                Show.True(response.maybe == null);
            }
        });
        Show.Kind("Guid and binary", () =>
        {
            var binary = new Binary
            {
                id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
                bytes = Enumerable.Range(0, 1000).Select(i => (byte)i).ToArray(),
                hex = new byte[] { 0xde, 0xad, 0xbe, 0xef },
            };
            Same(binary, echo.EchoBinary(binary));
            binary.bytes = new byte[0];
            binary.hex = null;
            Same(binary, echo.EchoBinary(binary));
        });
        Show.Kind("arrays", () =>
        {
            var arrays = new Arrays
            {
                numbers = new[] { 1, -2, 3 }, texts = new[] { "a", null, "", "d" }, gaps = new int?[] { 1, null, 3 },
                pairs = new[] { new Pair { key = "k", value = 1 }, null }, flat = new[] { new Pair { value = 1 }, new Pair { key = "y" } },
                renamed = new[] { "r" }, jagged = new[] { new[] { "a", null }, new string[0], null }, list = new[] { 1, 2, 3 },
            };
            Same(arrays, echo.EchoArrays(arrays));
            var few = new Arrays { numbers = new int[0], flat = new[] { new Pair() }, list = new[] { 7 } };
            Same(few, echo.EchoArrays(few));
        });
        Show.Kind("enums and flags", () =>
        {
            var enums = new Enums
            {
                colour = Colour.lightblue, maybe = null, rights = Rights.Read | Rights.Execute,
                palette = new[] { Colour.Red, Colour.Item1st, Colour.Item }, shade = Colour.Item1st,
            };
            Same(enums, echo.EchoEnums(enums));
        });
        Show.Kind("attributes and text", () =>
        {
            var price = new Price { Value = 12.50m, currency = "EUR < & \" '", net = true, netSpecified = true };
            Same(price, echo.EchoPrice(price));
        });
        Show.Kind("qualified attributes", () =>
        {
            var price = new Price { Value = 1, code = "tax & more" };
            Same(price, echo.EchoPrice(price));
        });
        Show.Kind("derived types", () =>
        {
            var shapes = new Shape[]
            {
                new Circle { name = "c", radius = 1.5 }, new Square { side = 2 },
                new ColouredSquare { name = "s", side = 3, colour = Colour.Red }, null,
            };
            Same(shapes, echo.EchoShapes(shapes));
            Same(shapes[2], echo.EchoShape(shapes[2]));
        });
        Show.Kind("choice", () =>
        {
            foreach (object means in new object[] { new Card { number = "4111", year = 2030 }, "DE02 1203", 0.05m })
            {
                var payment = new Payment { Item = means, Items = new object[] { "a", "" } };
                Same(payment, echo.EchoPayment(payment));
            }
        });
        Show.Kind("choices in order", () =>
        {
            var payment = new Payment { Item = "", Items = new object[] { "a", 1, "", 2 } };
            Same(payment, echo.EchoPayment(payment));
        });
        Show.Kind("any content", () =>
        {
            var inner = Xml("<inner xmlns='urn:other' xmlns:m='urn:marks' m:mark='&lt;&quot;'>text &amp; <nested xmlns='urn:third'/> more</inner>");
            var open = new Open { known = "yes", Any = new[] { inner, Xml("<plain>unqualified</plain>") } };
            var response = echo.EchoOpen(open);
            Show.Same("yes inner plain", response.known + " " + response.Any[0].LocalName + " " + response.Any[1].LocalName);
            Show.Same("urn:other <\"", response.Any[0].NamespaceURI + " " + response.Any[0].GetAttribute("mark", "urn:marks"));
            Show.Same("unqualified", response.Any[1].NamespaceURI + response.Any[1].InnerText);
            Show.Same("text &  more", echo.EchoXml(inner).InnerText);
        });
        Show.Kind("any type", () =>
        {
            Show.Same<object>(42, echo.EchoObject(42));
            Show.Same<object>("a text", echo.EchoObject("a text"));
            Same(new Circle { radius = 2 }, echo.EchoObject(new Circle { radius = 2 }));
        });
        Show.Kind("DataSet", () =>
        {
            var sent = new DataSet("Shop");
            var table = sent.Tables.Add("Goods");
            table.Columns.Add("id", typeof(int));
            table.Columns.Add("name", typeof(string));
            table.Columns.Add("price", typeof(decimal));
            table.PrimaryKey = new[] { table.Columns["id"] };
            table.Rows.Add(1, "one & 😀", 1.10m);
            table.Rows.Add(2, DBNull.Value, -0.5m);
            sent.AcceptChanges();
            table.Rows[0]["name"] = "changed";
            var response = echo.EchoDataSet(sent);
            Show.Same(sent.GetXml(), response.GetXml());
            Show.Same(sent.GetXmlSchema(), response.GetXmlSchema());
            Show.Same(DataRowState.Modified, response.Tables["Goods"].Rows[0].RowState);
        });
        Show.Kind("null and empty", () =>
        {
            var empty = new Texts { first = "", second = "", list = new[] { "", null }, pair = new Pair { key = "" }, letter = 'A' };
            Same(empty, echo.EchoTexts(empty));
            var absent = new Texts { list = new string[0], letter = '☺' };
            Same(absent, echo.EchoTexts(absent));
            Show.True(echo.EchoText(null) == null);
            Show.Same("", echo.EchoText(""));
        });
        Show.Kind("characters", () =>
        {
            foreach (string text in new[] { "<&>\"' ]]>", "äöü ß € 漢字 עברית", "😀 𝒳 👩‍👩‍👧" })
                Show.Same(text, echo.EchoText(text));
        });
        Show.Kind("white space", () =>
        {
            foreach (string text in new[] { "tab\tline\nend", "  leading and trailing\n", " " })
                Show.Same(text, echo.EchoText(text));
        });
        Show.Kind("recursive types", () =>
        {
            var tree = new Tree { name = "leaf" };
            for (int depth = 0; depth < 40; depth++) tree = new Tree { name = "" + depth, child = new[] { tree, new Tree() } };
            Same(tree, echo.EchoTree(tree));
        });
    }
}
