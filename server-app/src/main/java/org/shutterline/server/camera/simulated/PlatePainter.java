package org.shutterline.server.camera.simulated;

import java.util.SplittableRandom;
import org.shutterline.protocol.message.Point;

/**
 * Draws one plate on its dark ground into grey pixels, without light and noise. Edges are exact to a hundredth of a pixel:
 * each pixel is mixed by its distance from the outline. Blocks of pixels that no edge touches are filled without asking.
 * Used by one thread.
 */
final class PlatePainter {
    private static final int BLOCK = 16;
    private static final double HALF_DIAGONAL = BLOCK * 0.7072;
    private static final double EDGE = 1.1;
    private static final double RIM = 6;
    private static final double SHADOW_REACH = 26;
    private static final double SHADOW_RIGHT = 7;
    private static final double SHADOW_DOWN = 10;
    private static final double SCRATCH_HALF = 2.0;

    private final int widthPx;
    private final int heightPx;
    private final double scale;
    private final byte[] ground;
    private final PlateFace face;

    PlatePainter(PlateSettings settings) {
        this.widthPx = settings.widthPx();
        this.heightPx = settings.heightPx();
        this.scale = settings.scale();
        this.ground = ground(widthPx, heightPx);
        this.face = new PlateFace(scale);
    }

    /** @param grey receives the picture, row by row */
    void paint(PlateTruth truth, byte[] grey) {
        face.wear(truth);
        Pass pass = new Pass(truth, grey);
        for (int top = 0; top < heightPx; top += BLOCK) {
            for (int left = 0; left < widthPx; left += BLOCK) {
                pass.block(left, top);
            }
        }
    }

    private static byte[] ground(int widthPx, int heightPx) {
        SplittableRandom dice = new SplittableRandom(17);
        byte[] grey = new byte[widthPx * heightPx];
        double slow = 0;
        for (int y = 0; y < heightPx; y++) {
            slow = 0.97 * slow + dice.nextDouble(-0.5, 0.5);
            double streak = 0;
            for (int x = 0; x < widthPx; x++) {
                streak = 0.995 * streak + dice.nextDouble(-0.25, 0.25);
                grey[y * widthPx + x] = (byte) Math.round(Math.max(18, 32 + slow + streak));
            }
        }
        return grey;
    }

    /** The drawing of one picture. */
    private final class Pass {
        private final byte[] grey;
        private final PlateShape shape;
        private final double cos;
        private final double sin;
        private final Point centre;
        private final boolean scratched;
        private final Point from;
        private final double alongU;
        private final double alongV;
        private final double length;

        Pass(PlateTruth truth, byte[] grey) {
            this.grey = grey;
            this.shape = new PlateShape(truth);
            double angle = Math.toRadians(truth.angleDegrees());
            this.cos = Math.cos(angle) / scale;
            this.sin = Math.sin(angle) / scale;
            this.centre = truth.centre();
            this.scratched = truth.defects().contains(Defect.SCRATCH);
            this.from = truth.scratch().from();
            this.length = from.distanceTo(truth.scratch().to());
            this.alongU = (truth.scratch().to().x() - from.x()) / length;
            this.alongV = (truth.scratch().to().y() - from.y()) / length;
        }

        void block(int left, int top) {
            int right = Math.min(widthPx, left + BLOCK);
            int bottom = Math.min(heightPx, top + BLOCK);
            double middleX = left + BLOCK / 2.0 - centre.x();
            double middleY = top + BLOCK / 2.0 - centre.y();
            double u = cos * middleX + sin * middleY;
            double v = cos * middleY - sin * middleX;
            double reach = HALF_DIAGONAL / scale;
            double outside = shape.distance(u, v);
            boolean bare = !scratched || fromScratch(u, v) > reach + SCRATCH_HALF + 1 / scale;
            if (outside < -reach - RIM - EDGE / scale && bare) {
                metal(left, top, right, bottom);
            } else if (shape.outline(u, v) > reach + SHADOW_REACH + SHADOW_RIGHT + SHADOW_DOWN) {
                dark(left, top, right, bottom);
            } else {
                edge(left, top, right, bottom);
            }
        }

        private void metal(int left, int top, int right, int bottom) {
            double stepRight = cos * scale;
            double stepDown = -sin * scale;
            for (int y = top; y < bottom; y++) {
                double dx = left + 0.5 - centre.x();
                double dy = y + 0.5 - centre.y();
                double column = face.column(cos * dx + sin * dy);
                double row = face.row(cos * dy - sin * dx);
                int i = y * widthPx + left;
                for (int x = left; x < right; x++) {
                    grey[i++] = (byte) (int) (face.at(column, row) + 0.5);
                    column += stepRight;
                    row += stepDown;
                }
            }
        }

        private void dark(int left, int top, int right, int bottom) {
            for (int y = top; y < bottom; y++) {
                System.arraycopy(ground, y * widthPx + left, grey, y * widthPx + left, right - left);
            }
        }

        private void edge(int left, int top, int right, int bottom) {
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    double dx = x + 0.5 - centre.x();
                    double dy = y + 0.5 - centre.y();
                    double level = pixel(cos * dx + sin * dy, cos * dy - sin * dx, ground[y * widthPx + x]);
                    grey[y * widthPx + x] = (byte) (int) (Math.max(0, Math.min(255, level)) + 0.5);
                }
            }
        }

        private double pixel(double u, double v, byte floor) {
            double outside = shape.distance(u, v);
            double metal = 1 - smooth(outside * scale / EDGE);
            double below = metal >= 1 ? 0 : (floor & 0xFF) * (1 - shadow(u, v));
            if (metal <= 0) {
                return below;
            }
            double above = face.at(face.column(u), face.row(v)) + rim(u, v, outside);
            if (scratched) {
                double covered = 1 - smooth((fromScratch(u, v) - SCRATCH_HALF) * scale / EDGE);
                above += covered * (62 - above);
            }
            return below + metal * (above - below);
        }

        /** The broken edge shines where it faces the light from the upper left, and is darker on the other side. */
        private double rim(double u, double v, double outside) {
            if (outside < -RIM || outside > EDGE / scale) {
                return 0;
            }
            double facing = outside - shape.distance(u + 0.7, v + 0.7);
            double near = (outside + 3.5) / 2.5;
            return 30 * facing * Math.max(0, 1 - near * near);
        }

        private double shadow(double u, double v) {
            double outside = shape.outline(u - SHADOW_RIGHT, v - SHADOW_DOWN);
            return 0.6 * (1 - smooth(outside / SHADOW_REACH));
        }

        private double fromScratch(double u, double v) {
            double du = u - from.x();
            double dv = v - from.y();
            double t = Math.max(0, Math.min(length, du * alongU + dv * alongV));
            return Math.hypot(du - t * alongU, dv - t * alongV);
        }

        /** 0 at -1, a half at 0, 1 at +1, without corners. */
        private double smooth(double t) {
            double s = Math.max(0, Math.min(1, (t + 1) / 2));
            return s * s * (3 - 2 * s);
        }
    }
}
