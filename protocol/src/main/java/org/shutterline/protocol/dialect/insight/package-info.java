/** The native mode of Cognex In-Sight: commands of two letters after a login, pictures as lines of hex; and the push of results. */
package org.shutterline.protocol.dialect.insight;
