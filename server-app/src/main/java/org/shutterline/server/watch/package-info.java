/**
 * Watches the program itself: threads that no longer answer, locks that wait for each other, errors that nobody caught, a
 * run that ended without being stopped, a display that went; and packs what a supporter needs into one file. Imports
 * nothing of ours. Threads {@code watchdog} and {@code support} look every second.
 */
package org.shutterline.server.watch;
