package org.shutterline.server.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** Nobody has so many machines as are in a wider one. */
    private static final int FEWEST_BITS = 8;

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
        return has(other.getAddress());
    }

    private boolean has(byte[] bytes) {
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

    /** Why these are more than the machines of one plant, one by one or together; empty if they are not. */
    static Optional<String> whyTooMany(List<AddressRange> ranges) {
        return ranges.stream()
                .filter(range -> range.bits < FEWEST_BITS)
                .findFirst()
                .map(range -> range + ", which is wider than /" + FEWEST_BITS)
                .or(() -> ranges.stream()
                        .filter(range -> together(ranges, range.address.length) > 1)
                        .findFirst()
                        .map(range -> ranges + ", which together are more than a /" + FEWEST_BITS));
    }

    /** All addresses of this length that are in one of them; 1 are as many as the widest may have. */
    private static double together(List<AddressRange> ranges, int bytes) {
        List<AddressRange> apart = new ArrayList<>();
        ranges.stream()
                .filter(range -> range.address.length == bytes)
                .sorted(Comparator.comparingInt(range -> range.bits))
                .filter(range -> apart.stream().noneMatch(wider -> wider.has(range.address)))
                .forEach(apart::add);
        return apart.stream()
                .mapToDouble(range -> Math.scalb(1.0, FEWEST_BITS - range.bits))
                .sum();
    }

    @Override
    public String toString() {
        return text;
    }
}
