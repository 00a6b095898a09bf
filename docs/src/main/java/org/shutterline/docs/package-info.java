/** What the words in this folder need to be run: the first run. Starts the two programs as a user would; imports nothing of ours. */
package org.shutterline.docs;
