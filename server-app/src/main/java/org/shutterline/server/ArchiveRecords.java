package org.shutterline.server;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.PictureAnswer;
import org.shutterline.server.machine.Records;

/** The archive as the machine asks for it. */
record ArchiveRecords(Archive archive) implements Records {
    @Override
    public Optional<InspectionResult> find(long id) {
        return archive.find(id);
    }

    @Override
    public Optional<Detail> detail(long id) {
        return archive.detail(id);
    }

    @Override
    public List<InspectionResult> since(int station, long after, int most) {
        return archive.since(station, after, most);
    }

    @Override
    public Optional<InspectionResult> last(int station) {
        return archive.last(station);
    }

    @Override
    public Reply picture(long id, PictureFormat format, PictureView view) {
        return archive.picture(id, format, view).answerBy(new AsReply(id));
    }

    /** A picture, or why there is none, as the reply to whoever asked. */
    private record AsReply(long id) implements PictureAnswer.Handler<Reply> {
        @Override
        public Reply found(PictureAnswer.Found found) {
            return new Reply.PictureOf(id, found.picture());
        }

        @Override
        public Reply notKept(PictureAnswer.NotKept notKept) {
            return new Reply.Refused(Code.PICTURE_NOT_KEPT);
        }

        @Override
        public Reply noSuchResult(PictureAnswer.NoSuchResult noSuchResult) {
            return new Reply.Refused(Code.NO_SUCH_RESULT);
        }
    }
}
