/**
 * Practice Instagram: Instagram Login with its own pages. Its accounts are those that
 * practice Facebook's pages are linked with, and some that no page knows.
 */
@NullMarked
package practice.instagram;

import org.jspecify.annotations.NullMarked;
