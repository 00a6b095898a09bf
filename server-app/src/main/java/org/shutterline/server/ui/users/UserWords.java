package org.shutterline.server.ui.users;

import org.shutterline.protocol.message.Role;
import org.shutterline.server.access.Users;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.users.UsersState.Said;
import org.shutterline.server.users.UsersState.Trouble;

/** What is said of users. */
final class UserWords {
    private UserWords() {}

    static String role(Role role) {
        return UiWords.text("users.role." + role.word());
    }

    static String said(Said said) {
        return said.trouble()
                .map(trouble -> trouble(trouble, said))
                .orElseGet(() -> UiWords.text("users.done." + said.deed(), said.name()));
    }

    private static String trouble(Trouble trouble, Said said) {
        return switch (trouble) {
            case PASSWORD -> UiWords.text("users.not.PASSWORD", Users.LEAST_CHARACTERS);
            case FAILED -> UiWords.text("users.not.FAILED", said.detail());
            default -> UiWords.text("users.not." + trouble, said.name());
        };
    }
}
