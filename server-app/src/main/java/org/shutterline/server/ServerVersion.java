package org.shutterline.server;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the version in the runnable file's manifest. */
final class ServerVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(ServerVersion.class.getPackage().getImplementationVersion())
                .orElse("run from its classes");
        return new String[] {"Shutterline " + version};
    }
}
