package io.channelkeeper.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who signed in: a member, or else the creator whose channel was expected.
 *
 * @param memberId the member, or null for the creator
 * @param creatorId the creator
 */
record SignedInBy(@Nullable UUID memberId, UUID creatorId) {

	boolean creator() {
		return this.memberId == null;
	}

}
