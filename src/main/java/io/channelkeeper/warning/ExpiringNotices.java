package io.channelkeeper.warning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Member;

/**
 * Tells a member inside the application what ends soon: one notice for each creator, as
 * that is the page where all of it is renewed.
 */
@Component
class ExpiringNotices {

	/** Of more creators than these one notice tells together. */
	static final int AT_MOST = 20;

	private static final String ALL = "/connections?state=expiring";

	private final NoticeStore store;

	private final Networks networks;

	ExpiringNotices(NoticeStore store, Networks networks) {
		this.store = store;
		this.networks = networks;
	}

	/**
	 * Tells of what the member chose to hear inside the application.
	 * @param ending the most urgent first
	 */
	void tell(Member member, List<ExpiringChannel> ending) {
		List<List<ExpiringChannel>> groups = List.copyOf(ending.stream()
			.collect(Collectors.groupingBy(ExpiringChannel::creatorId, LinkedHashMap::new, Collectors.toList()))
			.values());
		groups.stream()
			.limit(AT_MOST)
			.forEach((own) -> tell(member, own, "/creators/" + own.getFirst().creatorId(),
					own.getFirst().creatorId().toString()));
		if (groups.size() > AT_MOST) {
			tell(member, groups.stream().skip(AT_MOST).flatMap(Collection::stream).toList(), ALL, "others");
		}
	}

	private void tell(Member member, List<ExpiringChannel> channels, String link, String about) {
		NoticeDraft draft = draft(channels, link, about);
		Set<UUID> told = this.store.add(Set.of(member.id()), draft);
		if (told.isEmpty() && channels.stream().anyMatch(ExpiringChannel::answers)) {
			this.store.add(Set.of(member.id()), draft.as(NoticeKind.OWN_INTERRUPTED));
		}
	}

	private NoticeDraft draft(List<ExpiringChannel> channels, String link, String about) {
		ExpiringChannel first = channels.getFirst();
		Network network = this.networks.get(first.network());
		List<String> arguments = new ArrayList<>(
				List.of(NoticeArgument.text(network.show(first.handle(), first.displayName())),
						NoticeArgument.text(network.name()), NoticeArgument.number(channels.size() - 1L),
						NoticeArgument.moment(channels.stream()
							.map(ExpiringChannel::deadline)
							.min(Comparator.naturalOrder())
							.orElse(first.deadline()))));
		return new NoticeDraft(NoticeKind.EXPIRING, "warning.expiring", arguments, link,
				UUID.nameUUIDFromBytes(("end " + about).getBytes(StandardCharsets.UTF_8)), ids(channels, true),
				ids(channels, false));
	}

	private static Set<UUID> ids(List<ExpiringChannel> channels, boolean own) {
		return channels.stream()
			.map(own ? ExpiringChannel::id : ExpiringChannel::creatorId)
			.collect(Collectors.toSet());
	}

}
