package org.shutterline.server.camera.http;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraException.Kind;
import org.shutterline.server.spi.NetAddress;

/** Asks one address for one answer, logs in where it must, and knows the limits of it. */
final class Asker {
    private static final int NOT_LOGGED_IN = 401;

    private final HttpClient client;
    private final NetAddress address;
    private final Limits limits;
    private Optional<Login> login = Optional.empty();

    Asker(HttpClient client, NetAddress address, Limits limits) {
        this.client = client;
        this.address = address;
        this.limits = limits;
    }

    /**
     * @throws CameraException if there is no answer; what the answer says is left to the caller
     * @throws InterruptedException if the caller gave up; the connection is hung up then
     */
    Answer ask() throws CameraException, InterruptedException {
        long untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.answerMs());
        Answer first = send(untilNanos);
        if (first.status() != NOT_LOGGED_IN || address.user().isEmpty()) {
            return first;
        }
        login = Login.asked(first.headers().allValues("WWW-Authenticate"));
        return login.isEmpty() ? first : send(untilNanos);
    }

    private Answer send(long untilNanos) throws CameraException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.uri())
                .header("Cache-Control", "no-cache")
                .header("Pragma", "no-cache")
                .header("Accept", "image/jpeg, image/png, image/bmp, */*;q=0.1");
        login.ifPresent(known -> request.header("Authorization", known.words(address)));
        long askedNanos = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request.build(), head -> new LimitedBody(limits.mostBytes()));
        boolean came = false;
        try {
            HttpResponse<byte[]> response = coming.get(untilNanos - askedNanos, TimeUnit.NANOSECONDS);
            came = true;
            return new Answer(
                    response.statusCode(), response.headers(), response.body(), askedNanos, System.nanoTime());
        } catch (ExecutionException failed) {
            throw failure(failed);
        } catch (TimeoutException late) {
            throw new CameraException(
                    Kind.THIS_PICTURE,
                    "no whole picture from " + address + " within " + limits.answerMs() + " ms",
                    late);
        } finally {
            if (!came) {
                coming.cancel(true);
            }
        }
    }

    private CameraException failure(ExecutionException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooLarge) {
                return new CameraException(
                        Kind.THIS_PICTURE,
                        "the answer of " + address + " has more than " + limits.mostBytes()
                                + " bytes, which no picture may have",
                        cause);
            }
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException) {
                return new CameraException(Kind.CAMERA_AWAY, "nothing answers at " + address, cause);
            }
            if (cause instanceof SSLException) {
                return new CameraException(
                        Kind.CAMERA_AWAY, "no safe connection to " + address + ": " + cause.getMessage(), cause);
            }
        }
        return new CameraException(
                Kind.THIS_PICTURE, "the answer of " + address + " broke off before it was whole", failed.getCause());
    }
}
