/**
 * Keeps the words true: replays what the manual shows, holds the layers, and runs the real client and foreign peers
 * against the real server. Imports everything; nothing imports it.
 */
package org.shutterline.docs;
