/**
 * The members' pages about invitations and the creator's page behind a link.
 */
@NullMarked
package io.channelkeeper.invitation.web;

import org.jspecify.annotations.NullMarked;
