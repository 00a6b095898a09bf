/**
 * Which servers are trusted: by the certificate that was seen first, or by who signed it. Imports {@code link} for what is
 * told; called on the thread that connects.
 */
package org.shutterline.client.trust;
