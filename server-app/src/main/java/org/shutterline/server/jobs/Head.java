package org.shutterline.server.jobs;

/**
 * Which version of a job is the present one, and what is still to be done about it after a power cut.
 *
 * @param number 0 if there is none
 */
record Head(int number, Task task) {
    enum Task {
        NOTHING,
        /** The files that people see are to be made this version. */
        CHECK_OUT,
        /** The job is to be deleted with all its versions. */
        DELETE
    }
}
