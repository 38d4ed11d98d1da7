/**
 * What the clock does to invitations.
 */
@NullMarked
package io.channelkeeper.invitation.job;

import org.jspecify.annotations.NullMarked;
