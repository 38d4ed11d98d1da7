/**
 * Practice Google: sign-in, YouTube channels and places of Google Business, as
 * networks.md describes them.
 */
@NullMarked
package practice.google;

import org.jspecify.annotations.NullMarked;
