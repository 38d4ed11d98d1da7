/**
 * Sign-in, the pages about people and organizations, and what makes every page safe.
 */
@NullMarked
package io.channelkeeper.organization.web;

import org.jspecify.annotations.NullMarked;
