package org.shutterline.protocol.message;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a connection may do at a moment. Immutable.
 *
 * @param role empty before a login that is required
 * @param grants single verbs beyond the role
 */
public record Rights(Optional<Role> role, Set<Grant> grants) {
    /** Before a login: nothing that a role is needed for. */
    public static final Rights NONE = new Rights(Optional.empty(), Set.of());

    public Rights {
        grants = Set.copyOf(grants);
    }

    /** All that the role may do, and no more. */
    public static Rights of(Role role) {
        return new Rights(Optional.of(role), Set.of());
    }

    /** Whether a login has to come first. */
    public boolean isNone() {
        return role.isEmpty();
    }

    /** Whether it may do what needs this role. */
    public boolean mayDo(Role needed) {
        return role.filter(has -> has.mayDo(needed)).isPresent();
    }

    /** Whether it may ask for this. */
    public boolean mayDo(Class<? extends Command> kind) {
        return LeastRole.of(kind).map(this::mayDo).orElse(true)
                || grants.stream().anyMatch(grant -> grant.command().equals(kind));
    }

    /** No more than this role may, and no grant that goes beyond it. */
    public Rights limitedTo(Role most) {
        Set<Grant> left = EnumSet.noneOf(Grant.class);
        grants.stream().filter(grant -> Rights.of(most).mayDo(grant.command())).forEach(left::add);
        return new Rights(role.map(has -> has.mayDo(most) ? most : has), left);
    }
}
