package io.channelkeeper.invitation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Asks creators to renew without anybody pressing a button (B-2), and knows what they
 * were asked before. The organization is bound.
 */
@Service
public class AutomaticRenewals {

	/** Whatever it was that asked: the clock, a member or a reminder. */
	private static final String MAILED = """
			select c.channel_id, max(i.mailed_at) as mailed_at
			from invitation i join invitation_channel c on c.invitation_id = i.id
			where i.creator_id = :creator and i.organization_id = :organization and i.kind = 'RENEWAL'
				and i.mailed_at > :after
			group by c.channel_id
			""";

	private static final String REFUSED = """
			select m.state = 'REFUSED' and m.created_at > :after as refused
			from invitation i
			join invitation_link l on l.invitation_id = i.id
			join mail m on m.id = l.mail_id
			where i.creator_id = :creator and i.organization_id = :organization and lower(m.recipient) = :address
			order by m.created_at desc, m.id desc limit 1
			""";

	private final CreatorService creators;

	private final InvitationDesk desk;

	private final InvitationService invitations;

	private final JdbcClient jdbc;

	AutomaticRenewals(CreatorService creators, InvitationDesk desk, InvitationService invitations, JdbcClient jdbc) {
		this.creators = creators;
		this.desk = desk;
		this.invitations = invitations;
		this.jdbc = jdbc;
	}

	/**
	 * When renewal mails about channels of a creator were written last, by channel.
	 * Nobody asks the creator until the transaction ends.
	 * @param after older ones are left out
	 */
	@Transactional
	public Map<UUID, Instant> mailed(UUID creatorId, Instant after) {
		hold(creatorId);
		Map<UUID, Instant> mailed = new HashMap<>();
		this.jdbc.sql(MAILED)
			.param("creator", creatorId)
			.param("organization", Tenancy.current())
			.param("after", after.atOffset(ZoneOffset.UTC))
			.query((row, number) -> Map.entry(SqlIds.in(row, "channel_id"), SqlMoments.in(row, "mailed_at")))
			.list()
			.forEach((one) -> mailed.put(one.getKey(), one.getValue()));
		return mailed;
	}

	/**
	 * Whether the last mail about an invitation to the address that the creator has now
	 * was refused.
	 * @param after what was refused before is tried again
	 */
	@Transactional(readOnly = true)
	public boolean isRefused(Creator creator, Instant after) {
		return creator.email() != null && this.jdbc.sql(REFUSED)
			.param("creator", creator.id())
			.param("organization", Tenancy.current())
			.param("address", creator.email().key())
			.param("after", after.atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	/**
	 * Asks by mail for channels of a creator, in their order.
	 * @return what the mail asks for; empty if there is no address, or no way to connect
	 * any of them any more
	 */
	@Transactional
	public Optional<MailedRenewal> mail(UUID creatorId, List<UUID> channels) {
		hold(creatorId);
		Creator creator = this.creators.get(creatorId);
		Map<UUID, DeskChannel> open = this.desk.channels(creatorId)
			.stream()
			.filter((channel) -> !channel.ways().isEmpty())
			.collect(Collectors.toMap((channel) -> channel.channel().id(), Function.identity()));
		List<DeskChannel> wanted = channels.stream().filter(open::containsKey).map(open::get).toList();
		if (wanted.isEmpty() || creator.email() == null || creator.archived()) {
			return Optional.empty();
		}
		UUID mail = this.invitations.mailByItself(CreatorRenewals.wish(creator, wanted));
		return Optional.of(new MailedRenewal(mail,
				wanted.stream().map((channel) -> channel.channel().id()).collect(Collectors.toSet())));
	}

	/** One at a time for a creator, so that nobody makes a second invitation. */
	void hold(UUID creatorId) {
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:what, 0))) as taken")
			.param("what", "renewal of " + creatorId)
			.query(Integer.class)
			.single();
	}

}
