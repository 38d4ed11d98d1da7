package io.channelkeeper.invitation;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.DiagnosisKind;

/**
 * How far the organization's invitations came.
 *
 * @param sent all of them
 * @param opened those whose page was seen
 * @param started those that led to a network
 * @param confirmed those that are connected completely
 * @param frequent the most frequent diagnosis of stuck ones, or null
 * @param frequentCount how many are stuck at it
 */
public record InvitationCounts(long sent, long opened, long started, long confirmed, @Nullable DiagnosisKind frequent,
		long frequentCount) {

}
