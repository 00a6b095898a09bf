package org.shutterline.server.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One address, or all that begin with the same bits: {@code 10.0.4.17}, {@code 10.0.4.0/24}, {@code fd00::/8}. Names are
 * none: what a name means is decided elsewhere. Immutable.
 */
public final class AddressRange {
    private static final Pattern FORM = Pattern.compile("([0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final String text;
    private final byte[] address;
    private final int bits;

    private AddressRange(String text, byte[] address, int bits) {
        this.text = text;
        this.address = address;
        this.bits = bits;
    }

    /** Empty if it is none. */
    public static Optional<AddressRange> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()
                || form.group(1).indexOf(':') < 0
                        && !IPV4.matcher(form.group(1)).matches()) {
            return Optional.empty();
        }
        try {
            // digits and colons alone: nobody is asked for a name
            byte[] address = InetAddress.getByName(form.group(1)).getAddress();
            int bits = form.group(2) == null ? address.length * 8 : Integer.parseInt(form.group(2));
            return bits <= address.length * 8 ? Optional.of(new AddressRange(text, address, bits)) : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether this one is among them. */
    public boolean has(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every address of its kind is among them, or half of all: nobody has so many machines. */
    boolean isEverybody() {
        return bits <= 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
