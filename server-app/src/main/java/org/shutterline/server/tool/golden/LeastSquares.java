package org.shutterline.server.tool.golden;

/** Sums of the normal equations of a linear fit. Used by one thread. */
final class LeastSquares {
    private final int terms;
    private final double[][] sums;
    private int count;

    LeastSquares(int terms) {
        this.terms = terms;
        this.sums = new double[terms][terms + 1];
    }

    void add(double[] row, double value) {
        for (int i = 0; i < terms; i++) {
            double[] to = sums[i];
            double factor = row[i];
            for (int j = i; j < terms; j++) {
                to[j] += factor * row[j];
            }
            to[terms] += factor * value;
        }
        count++;
    }

    /** Adds to one place of the normal equations; only j at least i. */
    void add(int i, int j, double value) {
        sums[i][j] += value;
    }

    void addRight(int i, double value) {
        sums[i][terms] += value;
    }

    int count() {
        return count;
    }

    /** Draws one term to a value, so strongly. */
    void prefer(int term, double value, double weight) {
        sums[term][term] += weight;
        sums[term][terms] += weight * value;
    }

    /** Solves by Cholesky; every term must be held by data or by a preference. */
    double[] solve() {
        double[][] lower = new double[terms][terms];
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = sums[j][i];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / lower[j][j];
            }
        }
        double[] found = new double[terms];
        for (int i = 0; i < terms; i++) {
            double rest = sums[i][terms];
            for (int k = 0; k < i; k++) {
                rest -= lower[i][k] * found[k];
            }
            found[i] = rest / lower[i][i];
        }
        for (int i = terms - 1; i >= 0; i--) {
            double rest = found[i];
            for (int k = i + 1; k < terms; k++) {
                rest -= lower[k][i] * found[k];
            }
            found[i] = rest / lower[i][i];
        }
        return found;
    }
}
