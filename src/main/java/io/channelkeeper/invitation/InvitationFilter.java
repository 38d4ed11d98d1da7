package io.channelkeeper.invitation;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.DiagnosisKind;

/**
 * Which invitations are shown; it lives in the address.
 *
 * @param reached how far they have come at least, or null for all
 * @param stuckAt the diagnosis they are stuck at, or null
 * @param creatorId whose, or null for everybody's
 */
public record InvitationFilter(@Nullable InvitationState reached, @Nullable DiagnosisKind stuckAt,
		@Nullable UUID creatorId) {

	/** What can be asked for; anything else in the address is ignored. */
	public static InvitationFilter of(@Nullable String reached, @Nullable String stuckAt, @Nullable UUID creatorId) {
		return new InvitationFilter(
				word(InvitationState.class, reached).filter(InvitationFilter::isCounted).orElse(null),
				word(DiagnosisKind.class, stuckAt).orElse(null), creatorId);
	}

	private static boolean isCounted(InvitationState state) {
		return state == InvitationState.OPENED || state == InvitationState.STARTED
				|| state == InvitationState.CONFIRMED;
	}

	private static <E extends Enum<E>> Optional<E> word(Class<E> type, @Nullable String word) {
		for (E value : type.getEnumConstants()) {
			if (value.name().equalsIgnoreCase(word)) {
				return Optional.of(value);
			}
		}
		return Optional.empty();
	}

}
