package org.shutterline.server.camera.simulated;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.shutterline.protocol.message.Point;

/** Decides what the nth plate is like; the same number gives the same plate. Immutable. */
final class PlateMaker {
    private final PlateSettings settings;

    PlateMaker(PlateSettings settings) {
        this.settings = settings;
    }

    PlateTruth plate(long number) {
        SplittableRandom dice = dice(number);
        double scale = settings.scale();
        Point centre = new Point(
                settings.widthPx() / 2.0 + dice.nextDouble(-1, 1) * settings.shiftPx(),
                settings.heightPx() / 2.0 + dice.nextDouble(-1, 1) * settings.shiftPx());
        double angleDegrees = dice.nextDouble(-1, 1) * settings.turnDegrees();
        double diameterA = PlateShape.HOLE_A_DIAMETER + spread(dice);
        double diameterB = PlateShape.HOLE_B_DIAMETER + spread(dice);
        double tongueWidth = PlateShape.TONGUE_WIDTH + spread(dice);
        boolean upper = dice.nextBoolean();
        double wrongBy = dice.nextDouble(6, 10) * (dice.nextBoolean() ? 1 : -1);
        PlateTruth.Scratch scratch = scratch(dice);
        Set<Defect> defects = defects(dice);
        if (defects.contains(Defect.HOLE_WRONG_SIZE)) {
            diameterA += upper ? wrongBy : 0;
            diameterB += upper ? 0 : wrongBy;
        }
        boolean missing = defects.contains(Defect.HOLE_MISSING);
        PlateTruth bare = new PlateTruth(
                number,
                centre,
                angleDegrees,
                scale,
                new PlateTruth.Hole(centre, diameterA * scale, !(missing && upper)),
                new PlateTruth.Hole(centre, diameterB * scale, !(missing && !upper)),
                tongueWidth * scale,
                codeText(number, defects),
                scratch,
                defects);
        return withHolesInPlace(bare);
    }

    /** A source of chance for one picture that no other picture shares. */
    SplittableRandom dice(long number) {
        return new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L ^ (number * 0xD1342543DE82EF95L + 1));
    }

    private PlateTruth withHolesInPlace(PlateTruth t) {
        PlateTruth.Hole a = new PlateTruth.Hole(
                t.inPicture(PlateShape.HOLE_A_U, PlateShape.HOLE_A_V),
                t.holeA().diameterPx(),
                t.holeA().drilled());
        PlateTruth.Hole b = new PlateTruth.Hole(
                t.inPicture(PlateShape.HOLE_B_U, PlateShape.HOLE_B_V),
                t.holeB().diameterPx(),
                t.holeB().drilled());
        return new PlateTruth(
                t.number(),
                t.centre(),
                t.angleDegrees(),
                t.scale(),
                a,
                b,
                t.tongueWidthPx(),
                t.codeText(),
                t.scratch(),
                t.defects());
    }

    private String codeText(long number, Set<Defect> defects) {
        String text = settings.codeText().replace("{n}", Long.toString(number));
        return defects.contains(Defect.WRONG_CODE) ? other(text) : text;
    }

    /** The same text with another last character: the hardest one to tell from it by eye. */
    private static String other(String text) {
        char last = text.charAt(text.length() - 1);
        char next = last == '9' ? '0' : last == 'Z' || last == 'z' ? 'A' : (char) (last + 1);
        return text.substring(0, text.length() - 1) + next;
    }

    private Set<Defect> defects(SplittableRandom dice) {
        Set<Defect> defects = EnumSet.noneOf(Defect.class);
        happens(dice, settings.holeMissingRate(), Defect.HOLE_MISSING, defects);
        happens(dice, settings.holeWrongSizeRate(), Defect.HOLE_WRONG_SIZE, defects);
        happens(dice, settings.scratchRate(), Defect.SCRATCH, defects);
        happens(dice, settings.wrongCodeRate(), Defect.WRONG_CODE, defects);
        happens(dice, settings.damagedCodeRate(), Defect.DAMAGED_CODE, defects);
        return defects;
    }

    private static void happens(SplittableRandom dice, double rate, Defect defect, Set<Defect> defects) {
        if (dice.nextDouble() < rate) {
            defects.add(defect);
        }
    }

    /** How far a good size is from the nominal one: a bell of +-1 unit at most, +-0.29 usually. */
    private static double spread(SplittableRandom dice) {
        return (dice.nextDouble() + dice.nextDouble() + dice.nextDouble() + dice.nextDouble() - 2) / 2;
    }

    /** It lies on the bare metal below the label. */
    private static PlateTruth.Scratch scratch(SplittableRandom dice) {
        return new PlateTruth.Scratch(
                new Point(dice.nextDouble(-255, -130), dice.nextDouble(185, 258)),
                new Point(dice.nextDouble(10, 120), dice.nextDouble(185, 258)));
    }
}
