package org.shutterline.server.guard;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;

/** The faults of one station's camera: the plan, the dice, and how long the camera is still away. Safe for all threads. */
public final class Faults {
    /** What hits a picture. */
    enum Fault {
        NONE,
        DELAY,
        DROP,
        REPEAT,
        BLACK,
        BLUR,
        TORN,
        VANISH,
        HANG;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The key of what is noted with a result. */
    static final String NOTE = "faultOnDemand";

    private FaultPlan plan;
    private Random dice;
    private long awayUntilNanos = System.nanoTime();
    private Fault struck = Fault.NONE;

    public Faults(FaultPlan plan) {
        this.plan = plan;
        this.dice = new Random(plan.seed());
    }

    public synchronized FaultPlan plan() {
        return plan;
    }

    /** From the next picture on; the dice begin anew. */
    public synchronized void plan(FaultPlan other) {
        plan = other;
        dice = new Random(other.seed());
        awayUntilNanos = System.nanoTime();
        struck = Fault.NONE;
    }

    /** What is to be noted of what was asked for last, also if no picture came of it. */
    synchronized Map<String, String> notes() {
        return struck == Fault.NONE ? Map.of() : Map.of(NOTE, struck.word());
    }

    /** It hits what was asked for last. */
    synchronized void strike(Fault fault) {
        struck = fault;
    }

    /**
     * Before anything is asked of the camera; what it was hit by before is forgotten.
     *
     * @throws CameraException while the camera is away on demand
     */
    synchronized void checkThere() throws CameraException {
        if (awayUntilNanos - System.nanoTime() > 0) {
            throw new CameraException(Kind.CAMERA_AWAY, "the camera vanished (fault on demand)");
        }
        struck = Fault.NONE;
    }

    synchronized void vanish() {
        awayUntilNanos = System.nanoTime() + plan.vanishMs() * 1_000_000L;
    }

    synchronized Fault next() {
        if (!plan.isOn()) {
            return Fault.NONE;
        }
        double[] rates = {
            plan.delay(), plan.drop(), plan.repeat(), plan.black(), plan.blur(), plan.torn(), plan.vanish(), plan.hang()
        };
        Fault hit = Fault.NONE;
        for (int i = rates.length - 1; i >= 0; i--) {
            // every die is thrown each time, so that one rate does not shift the others' luck
            if (dice.nextDouble() < rates[i]) {
                hit = Fault.values()[i + 1];
            }
        }
        return hit;
    }
}
