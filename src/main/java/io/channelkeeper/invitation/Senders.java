package io.channelkeeper.invitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.Role;
import io.channelkeeper.support.NotFoundException;

/**
 * Knows who speaks for an invitation: nobody who has left does (B-10, B-21).
 *
 * @param active everybody who can sign in to the organization, by name
 */
record Senders(List<Member> active) {

	Senders {
		active = List.copyOf(active);
	}

	/**
	 * The sender; once that member has left, who looks after the creator; else an admin.
	 */
	Member of(UUID sender, @Nullable UUID lookedAfterBy) {
		return find(sender).or(() -> find(lookedAfterBy))
			.or(() -> this.active.stream().filter((member) -> member.role() == Role.ADMIN).findFirst())
			.orElseThrow(() -> new NotFoundException("active member", sender));
	}

	private Optional<Member> find(@Nullable UUID id) {
		return this.active.stream().filter((member) -> member.id().equals(id)).findFirst();
	}

}
