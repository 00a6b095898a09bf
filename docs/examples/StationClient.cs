// Triggers a Shutterline station once for each part and prints what came back.
//
//     StationClient.exe 127.0.0.1 7501 1 SN-000123 SN-000124
//
// The exit code is 0 if every part was OK, 1 if one was not.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;

/// <summary>One connection, opened when it is needed and again after it was lost. One request at a time.</summary>
public sealed class StationClient : IDisposable
{
    private const int AnswerTimeoutMs = 5000; // longer than the station's deadline, which is 2 s unless it was changed
    private const int Tries = 5;
    private const string Busy = "11";

    private readonly string host;
    private readonly int port;
    private TcpClient connection;
    private Stream stream;

    public StationClient(string host, int port)
    {
        this.host = host;
        this.port = port;
    }

    /// <summary>Sends one line and returns the fields of its reply; an IOException if the connection is lost.</summary>
    public List<string> Ask(string request)
    {
        try
        {
            if (connection == null)
            {
                connection = new TcpClient { NoDelay = true };
                connection.Connect(host, port);
                stream = connection.GetStream();
                stream.ReadTimeout = AnswerTimeoutMs;
            }
            byte[] bytes = Encoding.UTF8.GetBytes(request + "\r\n");
            stream.Write(bytes, 0, bytes.Length);
            return Fields(ReadLine());
        }
        catch (Exception lost) when (lost is IOException || lost is SocketException)
        {
            // After a timeout the late reply must not be taken for the next one: begin anew.
            Dispose();
            throw new IOException(lost.Message, lost);
        }
    }

    /// <summary>The same once key is sent again after a lost reply, so the station answers with the stored result.</summary>
    public List<string> Trigger(int station, string part)
    {
        string key = Regex.Replace(part, "[^A-Za-z0-9._:-]", "-");
        string request = "T" + station + ",part=" + part + ",once=" + key;
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            try
            {
                List<string> reply = Ask(request);
                if (!(reply[0] == "ER" && reply[2] == Busy))
                {
                    return reply;
                }
            }
            catch (IOException lost)
            {
                Console.Error.WriteLine(part + ": " + lost.Message + ", asking again");
            }
            Thread.Sleep(50 << attempt);
        }
        throw new IOException(part + ": no answer after " + Tries + " tries");
    }

    public void Dispose()
    {
        if (connection != null)
        {
            connection.Close();
            connection = null;
        }
    }

    private string ReadLine()
    {
        var line = new MemoryStream();
        int next;
        while ((next = stream.ReadByte()) != '\n')
        {
            if (next < 0)
            {
                throw new IOException("the connection ended before the reply");
            }
            line.WriteByte((byte)next);
        }
        return Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\r');
    }

    /// <summary>Splits a reply: commas, quoted fields with doubled quotes, then the escapes.</summary>
    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        foreach (Match match in Regex.Matches(line, "(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))"))
        {
            string field = match.Groups[1].Success ? match.Groups[1].Value.Replace("\"\"", "\"") : match.Groups[2].Value;
            fields.Add(Regex.Replace(field, @"\\(r|n|0|\\|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})", Unescaped));
        }
        return fields;
    }

    private static string Unescaped(Match match)
    {
        string body = match.Groups[1].Value;
        switch (body)
        {
            case "r": return "\r";
            case "n": return "\n";
            case "0": return "\0";
            case "\\": return "\\";
            default: return ((char)Convert.ToInt32(body.Substring(1), 16)).ToString();
        }
    }

    public static int Main(string[] args)
    {
        bool allOk = true;
        using (var client = new StationClient(args[0], int.Parse(args[1])))
        {
            for (int i = 3; i < args.Length; i++)
            {
                List<string> reply = client.Trigger(int.Parse(args[2]), args[i]);
                if (reply[0] == "ER")
                {
                    Console.WriteLine(args[i] + " REFUSED code=" + reply[2] + " " + reply[3]);
                }
                else if (reply[1] == "UNKNOWN")
                {
                    Console.WriteLine(args[i] + " UNKNOWN id=" + reply[2] + " code=" + reply[4] + " " + reply[5]);
                }
                else
                {
                    string values = string.Join(" ", reply.GetRange(4, reply.Count - 4));
                    Console.WriteLine(args[i] + " " + reply[1] + " id=" + reply[2] + " ms=" + reply[3] + " values=" + values);
                }
                allOk = allOk && reply[1] == "OK";
            }
        }
        return allOk ? 0 : 1;
    }
}
