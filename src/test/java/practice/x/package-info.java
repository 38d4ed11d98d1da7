/**
 * Practice X: accounts, login and consent pages, and the API.
 */
@NullMarked
package practice.x;

import org.jspecify.annotations.NullMarked;
