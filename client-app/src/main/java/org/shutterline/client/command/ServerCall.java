package org.shutterline.client.command;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.shutterline.client.language.Language;
import org.shutterline.client.link.Address;
import org.shutterline.client.link.Asked;
import org.shutterline.client.link.Encryption;
import org.shutterline.client.link.Link;
import org.shutterline.client.link.LinkListener;
import org.shutterline.client.link.LinkTimes;
import org.shutterline.client.link.TcpLink;
import org.shutterline.client.link.Trouble;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;

/** A connection for one thread that asks and waits. */
final class ServerCall implements AutoCloseable {
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final Link link;

    /** What came back: the reply and the line it stood on. */
    record Answered(Reply reply, String line) {}

    private ServerCall(Address address, Optional<Encryption> encryption, Language language, LinkTimes times) {
        this.link = TcpLink.open(address, encryption, language.conversations().get(), times, new Listener());
    }

    /** @throws NoConnection if the server does not answer */
    static ServerCall open(Address address, Optional<Encryption> encryption, Language language, LinkTimes times)
            throws NoConnection, InterruptedException {
        ServerCall call = new ServerCall(address, encryption, language, times);
        try {
            await(call.opened);
            return call;
        } catch (NoConnection none) {
            call.close();
            throw none;
        }
    }

    /** @throws NoConnection if the connection was lost before the reply */
    Answered ask(Command command) throws NoConnection, InterruptedException {
        CompletableFuture<Answered> answer = new CompletableFuture<>();
        link.ask(command, new Asked() {
            @Override
            public void replied(Reply reply, String line) {
                answer.complete(new Answered(reply, line));
            }

            @Override
            public void lost(Trouble trouble) {
                answer.completeExceptionally(new NoConnection(trouble));
            }
        });
        return await(answer);
    }

    private static <T> T await(CompletableFuture<T> answer) throws NoConnection, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof NoConnection none) {
                throw none;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        link.close();
    }

    private final class Listener implements LinkListener {
        @Override
        public void opened() {
            opened.complete(null);
        }

        @Override
        public void roundTrip(double ms) {
            // nobody looks at it
        }

        @Override
        public void happened(Event event) {
            event.answerBy(new Unwanted());
        }

        @Override
        public void closed(Trouble trouble) {
            opened.completeExceptionally(new NoConnection(trouble));
        }
    }

    /** Nothing was subscribed; what comes all the same is released. */
    private static final class Unwanted implements Event.Handler<Void> {
        @Override
        public Void finished(Event.Finished event) {
            return null;
        }

        @Override
        public Void unsafe(Event.Unsafe event) {
            return null;
        }

        @Override
        public Void pictureTaken(Event.PictureTaken event) {
            return null;
        }

        @Override
        public Void stateChanged(Event.StateChanged event) {
            return null;
        }

        @Override
        public Void livePicture(Event.LivePicture event) {
            event.picture().blob().close();
            return null;
        }
    }
}
