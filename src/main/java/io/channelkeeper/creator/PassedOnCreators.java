package io.channelkeeper.creator;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.LookedAfter;

/**
 * Passes creators on when the member who looks after them leaves (B-10).
 */
@Component
class PassedOnCreators implements LookedAfter {

	private final CreatorRepository creators;

	PassedOnCreators(CreatorRepository creators) {
		this.creators = creators;
	}

	/** With those that were put away: they may come back, and are passed on, too. */
	@Override
	@Transactional(readOnly = true)
	public int count(UUID memberId) {
		return this.creators.countByLookedAfterBy(memberId);
	}

	@Override
	@Transactional
	public void passOn(UUID from, @Nullable UUID to) {
		this.creators.findByLookedAfterBy(from).forEach((creator) -> creator.passTo(to));
	}

}
