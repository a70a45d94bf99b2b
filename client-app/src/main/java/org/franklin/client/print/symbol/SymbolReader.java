package org.franklin.client.print.symbol;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.decoder.Decoder;
import com.google.zxing.datamatrix.detector.Detector;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.Optional;

/// Finds the symbol on a picture of a whole page and reads its bytes; who signed them is for the
/// verifier to say.
///
/// It looks at each blob that is about square: first as an upright 40 × 40 symbol, taking the
/// majority of each module's pixels, then through ZXing's detector, which follows a tilted one. It
/// refuses a picture of more than 45 million pixels.
public final class SymbolReader {

    private static final long MOST_PIXELS = 45_000_000;
    private static final int MOST_CANDIDATES = 24;
    private static final int LEAST_PIXELS_PER_MODULE = 2;
    private static final double MOST_STRETCH = 1.3;

    private static final Malformed<Bytes> NOTHING =
            new Malformed<>("no symbol can be read in this picture");

    /// A step of reading, of which ZXing says by exception that it came to nothing.
    private interface Attempt<T> {
        T make() throws ReaderException;
    }

    public Decoded<Bytes> read(BufferedImage image) {
        if ((long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
            return new Malformed<>("the picture has more than 45 million pixels: scan it smaller");
        }
        var luminance = Luminance.of(image);
        return read(luminance, luminance.darkByMidpoint())
                .or(() ->
                        attempt(luminance::darkBySurroundings)
                                .flatMap(dark -> read(luminance, dark)))
                .<Decoded<Bytes>>map(Valid::new)
                .orElse(NOTHING);
    }

    private static Optional<Bytes> read(Luminance luminance, BitMatrix dark) {
        var candidates = new BlobFinder(dark).find(SymbolReader::mayBeSymbol);
        return candidates.stream()
                .sorted(Comparator.comparingInt(Blob::width).reversed())
                .limit(MOST_CANDIDATES)
                .flatMap(blob ->
                        readUpright(dark, blob).or(() -> detect(luminance, dark, blob)).stream())
                .findFirst();
    }

    private static boolean mayBeSymbol(Blob blob) {
        int shorter = Math.min(blob.width(), blob.height());
        int longer = Math.max(blob.width(), blob.height());
        return shorter >= DataMatrix.SIZE * LEAST_PIXELS_PER_MODULE
                && longer <= shorter * MOST_STRETCH;
    }

    /// Tries the four ways in which a sheet lies on a scanner.
    private static Optional<Bytes> readUpright(BitMatrix dark, Blob blob) {
        var modules = ModuleGrid.sample(dark, blob);
        for (int turn = 0; turn < 4; turn++) {
            var found = decode(modules);
            if (found.isPresent()) {
                return found;
            }
            modules.rotate90();
        }
        return Optional.empty();
    }

    private static Optional<Bytes> detect(Luminance luminance, BitMatrix dark, Blob blob) {
        int margin = Math.max(blob.width(), blob.height()) / DataMatrix.SIZE;
        int left = Math.max(0, blob.left() - margin);
        int top = Math.max(0, blob.top() - margin);
        int right = Math.min(dark.getWidth() - 1, blob.right() + margin);
        int bottom = Math.min(dark.getHeight() - 1, blob.bottom() + margin);
        var crop = luminance.crop(left, top, right - left + 1, bottom - top + 1);
        return attempt(() -> new Detector(new HybridBinarizer(crop).getBlackMatrix()).detect())
                .flatMap(found -> decode(found.getBits()));
    }

    /// Franklin's symbols are one base-256 segment; any other content is another's.
    private static Optional<Bytes> decode(BitMatrix modules) {
        return attempt(() -> new Decoder().decode(modules).getByteSegments())
                .filter(segments -> segments.size() == 1)
                .map(segments -> Bytes.of(segments.getFirst()));
    }

    private static <T> Optional<T> attempt(Attempt<T> attempt) {
        try {
            return Optional.of(attempt.make());
        } catch (ReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // On some shapes that are no symbol, ZXing's detector looks beyond the picture.
            return Optional.empty();
        }
    }
}
