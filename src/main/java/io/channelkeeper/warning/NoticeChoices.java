package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.ForbiddenException;

/**
 * What members choose to hear of, by kind and by way (M-33). Who never chose hears of
 * everything.
 */
@Service
public class NoticeChoices {

	private final NoticeChoiceRows rows;

	private final Clock clock;

	NoticeChoices(NoticeChoiceRows rows, Clock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	/** Everything the viewer can choose, with what holds now, in the order of kinds. */
	@Transactional(readOnly = true)
	public List<NoticeChoice> of(Viewer viewer) {
		List<NoticeChoice> chosen = this.rows.of(viewer.organizationId(), viewer.memberId());
		return Arrays.stream(NoticeKind.values())
			.filter((kind) -> kind.isFor(viewer.role()))
			.flatMap((kind) -> ways(kind).map((way) -> new NoticeChoice(kind, way, scope(chosen, kind, way))))
			.toList();
	}

	/**
	 * Takes the viewer's choices; what is not among them stays.
	 * @throws ForbiddenException if one of them is not offered to the viewer
	 */
	@Transactional
	public void choose(Viewer viewer, Collection<NoticeChoice> choices) {
		Instant now = this.clock.instant();
		for (NoticeChoice choice : choices) {
			if (!choice.isOffered(viewer.role())) {
				throw new ForbiddenException(choice.kind().name(), viewer.memberId());
			}
			this.rows.put(viewer.organizationId(), viewer.memberId(), choice, now);
		}
	}

	/**
	 * Who of some members of the bound organization wants to hear of something; who was
	 * deactivated never does.
	 * @param creators whom it is about; one of them is enough for who looks after that
	 * one
	 */
	@Transactional(readOnly = true)
	Set<UUID> taking(Collection<UUID> members, NoticeKind kind, NoticeWay way, Collection<UUID> creators) {
		return this.rows.taking(members, kind, way, creators);
	}

	private static Stream<NoticeWay> ways(NoticeKind kind) {
		return Arrays.stream(NoticeWay.values()).filter(kind.ways()::contains);
	}

	private static NoticeScope scope(List<NoticeChoice> chosen, NoticeKind kind, NoticeWay way) {
		return chosen.stream()
			.filter((choice) -> choice.isAbout(kind, way))
			.map(NoticeChoice::scope)
			.findFirst()
			.orElse(NoticeScope.ALL);
	}

}
