package org.shutterline.server.tool.code;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One way to look at the region.
 *
 * @param pixels how many it has to look at
 */
record Attempt(Supplier<CodeView> view, long pixels, Function<LuminanceSource, Binarizer> binarizer) {

    /** Tells black from white by what is near. */
    static Attempt near(Supplier<CodeView> view, long pixels) {
        return new Attempt(view, pixels, HybridBinarizer::new);
    }

    /** Tells black from white by the whole view. */
    static Attempt whole(Supplier<CodeView> view, long pixels) {
        return new Attempt(view, pixels, GlobalHistogramBinarizer::new);
    }
}
