// A tool of your own for Shutterline: counts dark pixels, where a VisionPro ToolBlock would look at the picture.
//
// In a job:  tool: external, settings: {command: [ExternalTool.exe], parameters: {below: 100}}
//
// Standard output belongs to the answers; write to Console.Error what shall stand in the server's log.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;

/// <summary>What your vision library does. Made once, before the first picture.</summary>
public sealed class Inspection
{
    private readonly int below;

    // A ToolBlock is loaded here, which also takes the licence:
    //     private readonly CogToolBlock block = (CogToolBlock)CogSerializer.LoadObjectFromFile("part.vpp");
    public Inspection(int below)
    {
        this.below = below;
    }

    /// <summary>One byte a pixel, row after row from the top. Returns the answer without its picture number.</summary>
    public string Inspect(int width, int height, byte[] pixels)
    {
        // With VisionPro the whole body is:
        //     CogImage8Root root = new CogImage8Root();
        //     GCHandle pinned = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        //     root.Initialize(width, height, pinned.AddrOfPinnedObject(), width, null);
        //     CogImage8Grey image = new CogImage8Grey();
        //     image.SetRoot(root);
        //     block.Inputs["Image"].Value = image;
        //     block.Run();
        //     pinned.Free();
        //     if (block.RunStatus.Result == CogToolResultConstants.Error)
        //         return Json.Answer("UNKNOWN", block.RunStatus.Message, new Dictionary<string, double>());
        //     double share = (double)block.Outputs["Share"].Value;
        long dark = 0;
        foreach (byte level in pixels)
        {
            if (level < below)
            {
                dark++;
            }
        }
        Dictionary<string, double> values = new Dictionary<string, double>();
        values["dark"] = dark;
        values["share"] = 100.0 * dark / pixels.Length;
        return dark > 0 ? Json.Answer("OK", "", values) : Json.Answer("NG", "nothing is dark", values);
    }
}

/// <summary>The little JSON that is needed; take a library if you have one.</summary>
public static class Json
{
    public static string Answer(string verdict, string reason, Dictionary<string, double> values)
    {
        List<string> members = new List<string>();
        foreach (KeyValuePair<string, double> one in values)
        {
            members.Add("\"" + one.Key + "\":" + one.Value.ToString("R", CultureInfo.InvariantCulture));
        }
        return "\"verdict\":\"" + verdict + "\",\"reason\":\"" + Escaped(reason) + "\",\"values\":{"
            + string.Join(",", members) + "}";
    }

    /// <summary>The whole number of this name in a line of the server; the fallback if there is none.</summary>
    public static int Number(string line, string name, int fallback)
    {
        Match match = Regex.Match(line, "\"" + name + "\":(-?[0-9]+)");
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : fallback;
    }

    private static string Escaped(string text)
    {
        StringBuilder escaped = new StringBuilder();
        foreach (char c in text)
        {
            escaped.Append(c < ' ' ? " " : c == '"' || c == '\\' ? "\\" + c : c.ToString());
        }
        return escaped.ToString();
    }
}

public static class ExternalTool
{
    public static int Main()
    {
        Stream input = new BufferedStream(Console.OpenStandardInput(), 1 << 16);
        Stream output = Console.OpenStandardOutput();
        string server = ReadLine(input);
        if (server == null || !server.Contains("\"hello\":\"server\"") || Json.Number(server, "version", 0) != 1)
        {
            Console.Error.WriteLine("started by something else than Shutterline, or by another version");
            return 1;
        }
        Inspection inspection = new Inspection(Json.Number(server, "below", 100));
        Say(output, "{\"hello\":\"tool\",\"version\":1}");

        for (string line = ReadLine(input); line != null; line = ReadLine(input))
        {
            byte[] pixels = ReadBytes(input, Json.Number(line, "bytes", 0));
            string answer = inspection.Inspect(Json.Number(line, "width", 0), Json.Number(line, "height", 0), pixels);
            Say(output, "{\"picture\":" + Json.Number(line, "picture", 0) + "," + answer + "}");
        }
        return 0; // the server is done with us
    }

    /// <summary>Without its end; null when the pipe is closed.</summary>
    private static string ReadLine(Stream input)
    {
        MemoryStream line = new MemoryStream();
        for (int b = input.ReadByte(); b != '\n'; b = input.ReadByte())
        {
            if (b < 0)
            {
                return null;
            }
            line.WriteByte((byte)b);
        }
        return Encoding.UTF8.GetString(line.ToArray());
    }

    private static byte[] ReadBytes(Stream input, int count)
    {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count;)
        {
            int read = input.Read(bytes, at, count - at);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }
            at += read;
        }
        return bytes;
    }

    private static void Say(Stream output, string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        output.Write(bytes, 0, bytes.Length);
        output.Flush();
    }
}
