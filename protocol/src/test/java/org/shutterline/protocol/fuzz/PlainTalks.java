package org.shutterline.protocol.fuzz;

import java.util.Map;
import org.shutterline.protocol.dialect.plain.PlainDialect;

/** Our own lines, in fields and JSON. */
final class PlainTalks {
    private PlainTalks() {}

    static Talks all() {
        return new Talks(
                new Play(
                        new PlainDialect(),
                        Map.of(),
                        "^(?:T\\d+(?:#[^,]*)?|LAST\\d+|RESULT|!RESULT,\\d+),OK|\"status\":\"OK\",\"id\":\\d+,\"station\"",
                        "OK",
                        "(?:[^\\x00-\\x1f\\x7f]+(?:\\r\\n|[\\r\\n\\x00]))+"),
                Seeds.station(
                        "T1,part=SN-1,once=a#1\r\n<done><good>",
                        "T1#x\r\nLAST1\r\nRESULT,5\r\nSINCE1,0,10\r\n<done><bad><done><done><done><time>",
                        "FORMAT,JSON\r\nS1\r\nIMAGE,5,raw\r\nSUBSCRIBE\r\n<done><done><done><others><others bad><time>",
                        "SET1,hole.low,3\r\nGET1,hole.low\r\nJOB1,plate\r\nHELLO,x,alive=500\r\nTA\r\n<done><done><done><done><time>"),
                Seeds.client("<trigger>{\"re\":\"T1#1\",\"status\":\"OK\",\"id\":7,\"station\":1}\n"));
    }
}
