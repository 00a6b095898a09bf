package org.shutterline.server.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.archive.Figures;

/**
 * How a measured value lies.
 *
 * @param unit may be empty
 * @param low the limit of the newest result, if there is one
 * @param high likewise
 * @param missing of how many parts it was not measured
 * @param points the oldest first
 */
public record ValueFigures(
        ValueName name,
        String unit,
        int decimals,
        OptionalDouble low,
        OptionalDouble high,
        int missing,
        List<Point> points) {
    /** One measured value. */
    public record Point(Instant time, double value, Verdict verdict) {}

    public ValueFigures {
        points = List.copyOf(points);
    }

    /** @param newest of any jobs, the newest first; at least one has the value as a number */
    static ValueFigures of(ValueName name, List<Figures.Sample> newest) {
        List<Point> points = new ArrayList<>();
        List<Measurement> measured = new ArrayList<>();
        int missing = 0;
        int decimals = 0;
        for (int i = newest.size() - 1; i >= 0; i--) {
            Figures.Sample sample = newest.get(i);
            if (sample.job().equals(name.job())) {
                for (Measurement value : sample.values()) {
                    if (!value.name().equals(name.name())) {
                        continue;
                    }
                    if (value.value() instanceof Value.Decimal decimal) {
                        points.add(new Point(sample.time(), decimal.number(), value.verdict()));
                        measured.add(value);
                        decimals = decimal.decimals();
                    } else {
                        missing++;
                    }
                }
            }
        }
        Measurement last = measured.get(measured.size() - 1);
        return new ValueFigures(name, last.unit(), decimals, last.low(), last.high(), missing, points);
    }

    public double mean() {
        return points.stream().mapToDouble(Point::value).average().orElse(0);
    }

    /** The standard deviation, 0 for a single value. */
    public double sigma() {
        double mean = mean();
        double squares = points.stream()
                .mapToDouble(point -> (point.value() - mean) * (point.value() - mean))
                .sum();
        return points.size() < 2 ? 0 : Math.sqrt(squares / (points.size() - 1));
    }

    public double least() {
        return points.stream().mapToDouble(Point::value).min().orElse(0);
    }

    public double greatest() {
        return points.stream().mapToDouble(Point::value).max().orElse(0);
    }

    /** How many are not OK. */
    public int outside() {
        return (int)
                points.stream().filter(point -> point.verdict() != Verdict.OK).count();
    }

    /** So few that they can be drawn: of each stretch its least and its greatest, so that no stray value is lost. */
    public List<Point> thinned(int most) {
        if (points.size() <= most) {
            return points;
        }
        List<Point> kept = new ArrayList<>();
        int stretches = most / 2;
        for (int i = 0; i < stretches; i++) {
            int from = (int) ((long) points.size() * i / stretches);
            int to = (int) ((long) points.size() * (i + 1) / stretches);
            int least = from;
            int greatest = from;
            for (int at = from; at < to; at++) {
                least = points.get(at).value() < points.get(least).value() ? at : least;
                greatest = points.get(at).value() > points.get(greatest).value() ? at : greatest;
            }
            kept.add(points.get(Math.min(least, greatest)));
            if (least != greatest) {
                kept.add(points.get(Math.max(least, greatest)));
            }
        }
        return kept;
    }
}
