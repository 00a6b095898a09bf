package org.shutterline.look;

/** A part that can be shut: it shows what is there, and nothing can be changed in it. */
public interface Lockable {
    /** Takes back what a person is just doing. Event thread. */
    void lock(boolean shut);
}
