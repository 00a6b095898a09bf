package org.shutterline.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.4.17,10.0.4.17,true",
        "10.0.4.17,10.0.4.18,false",
        "10.0.4.0/24,10.0.4.255,true",
        "10.0.4.0/24,10.0.5.0,false",
        "10.0.4.16/30,10.0.4.19,true",
        "10.0.4.16/30,10.0.4.20,false",
        "0.0.0.0/0,8.8.8.8,true",
        "0.0.0.0/0,::1,false",
        "fd00::/8,fd12:3456::1,true",
        "fd00::/8,fe80::1,false",
        "::1,0:0:0:0:0:0:0:1,true",
        "10.0.4.17,::ffff:10.0.4.17,true"
    })
    void hasThoseThatBeginWithItsBits(String range, String address, boolean has) throws UnknownHostException {
        assertThat(AddressRange.read(range).orElseThrow().has(InetAddress.getByName(address)))
                .isEqualTo(has);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "plc.example",
                "10.0.4",
                "10.0.4.256",
                "10.0.4.0/33",
                "fd00::/129",
                "10.0.4.0/",
                "10.0.4.0/-1",
                "10.0.4.0/x",
                "*",
                ":::",
                "1:2"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(AddressRange.read(text)).isEmpty();
    }
}
