/** The dialog of the users: who there is, what each may do, passwords and tokens. Swing, no decisions; event thread. */
package org.shutterline.server.ui.users;
