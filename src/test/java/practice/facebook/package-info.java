/**
 * Practice Facebook: people, pages and Instagram accounts, login and consent pages, and
 * the Graph API.
 */
@NullMarked
package practice.facebook;

import org.jspecify.annotations.NullMarked;
