package org.shutterline.server.editor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.ToolStep;

/** Which tool of a draft works at the moment, so that one that never returns can be named. Asked on any thread. */
final class AtWork {
    private volatile Optional<String> id = Optional.empty();

    /** The id of the one that is made, or looks at a picture, now. */
    Optional<String> tool() {
        return id;
    }

    /** The same job, whose tools say here when they work. */
    Job watched(Job job) {
        return new Job(
                job.name(),
                job.version(),
                job.tools().stream().map(this::watched).toList(),
                job.outputs(),
                job.files());
    }

    private ToolStep watched(ToolStep step) {
        InspectionToolFactory factory = step.factory();
        InspectionToolFactory watched = watched(
                InspectionToolFactory.class,
                "create",
                step.id(),
                factory,
                made -> made instanceof InspectionTool tool
                        ? watched(InspectionTool.class, "inspect", step.id(), tool, done -> done)
                        : made);
        return new ToolStep(
                step.id(),
                step.title(),
                watched,
                step.options(),
                step.outputs(),
                step.limits(),
                step.whenNotFound(),
                step.timeLimitMs(),
                step.role(),
                step.fixture(),
                step.metric());
    }

    /** What is made of the answer of the watched method. */
    private interface Answer {
        Object of(Object answer);
    }

    /** Whatever else the interface has, now or later, goes through untouched. */
    private <T> T watched(Class<T> type, String method, String tool, T real, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, with) -> {
            boolean works = called.getName().equals(method);
            try {
                if (works) {
                    id = Optional.of(tool);
                }
                Object done = called.invoke(real, with);
                return works ? answer.of(done) : done;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            } finally {
                if (works) {
                    id = Optional.empty();
                }
            }
        }));
    }
}
