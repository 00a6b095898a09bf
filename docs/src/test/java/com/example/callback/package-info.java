/** An example of the manual: a camera whose library calls back. Imports what a plugin may import, and nothing else of ours. */
package com.example.callback;
