package io.channelkeeper.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Completes rows of the list with their channels and with what was sent.
 */
@Component
class InvitationDetails {

	private final JdbcClient jdbc;

	private final Networks networks;

	private final SignInProviders providers;

	private final DiagnosisReader diagnoses;

	InvitationDetails(JdbcClient jdbc, Networks networks, SignInProviders providers, DiagnosisReader diagnoses) {
		this.jdbc = jdbc;
		this.networks = networks;
		this.providers = providers;
		this.diagnoses = diagnoses;
	}

	List<InvitationRow> complete(List<InvitationRow> rows, Instant now) {
		if (rows.isEmpty()) {
			return rows;
		}
		List<UUID> ids = rows.stream().map(InvitationRow::id).toList();
		Map<UUID, List<RowChannel>> channels = channels(ids, now);
		Map<UUID, List<Sending>> sendings = sendings(ids);
		return rows.stream()
			.map((row) -> new InvitationRow(row.id(), row.creatorId(), row.creatorName(), row.language(),
					row.recipient(), row.senderName(), row.createdAt(), row.validUntil(), row.openedAt(),
					row.remindedAt(), row.declinedWord(), row.stuck(), channels.getOrDefault(row.id(), List.of()),
					sendings.getOrDefault(row.id(), List.of())))
			.toList();
	}

	private Map<UUID, List<RowChannel>> channels(List<UUID> ids, Instant now) {
		return this.jdbc
			.sql("""
					select c.invitation_id, c.channel_id, h.network, h.handle, h.display_name, c.provider, c.state_since, c.started_at,
						c.opened_at, c.disowned, c.diagnosis, c.diagnosis_detail,
						invitation_channel_state(c.state, c.started_at, i.valid_until, :now) as state
					from invitation_channel c
						join invitation i on i.id = c.invitation_id
						join channel h on h.id = c.channel_id
					where c.organization_id = :organization and c.invitation_id in (:ids)
					order by c.invitation_id, c.position
					""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("ids", ids)
			.query((row, number) -> Map.entry(row.getObject("invitation_id", UUID.class), channel(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private RowChannel channel(ResultSet row) throws SQLException {
		Network network = this.networks.get(new NetworkId(row.getString("network")));
		InvitationState state = InvitationState.valueOf(row.getString("state"));
		return new RowChannel(row.getObject("channel_id", UUID.class), network.id(), network.name(),
				network.show(row.getString("handle"), row.getString("display_name")),
				this.providers.get(new ProviderId(row.getString("provider"))).name(), state,
				SqlMoments.in(row, "state_since"), row.getObject("opened_at") != null,
				state == InvitationState.OPENED && row.getObject("started_at") != null, row.getBoolean("disowned"),
				(state == InvitationState.OPENED) ? this.diagnoses.read(row) : null);
	}

	private Map<UUID, List<Sending>> sendings(List<UUID> ids) {
		return this.jdbc.sql("""
				select l.invitation_id, l.via, l.created_at, coalesce(m.state = 'REFUSED', false) as refused
				from invitation_link l left join mail m on m.id = l.mail_id and m.organization_id = l.organization_id
				where l.organization_id = :organization and l.invitation_id in (:ids) and l.via <> 'RETURN'
				order by l.created_at
				""")
			.param("organization", Tenancy.current())
			.param("ids", ids)
			.query((row, number) -> Map.entry(row.getObject("invitation_id", UUID.class),
					new Sending(LinkVia.valueOf(row.getString("via")), SqlMoments.in(row, "created_at"),
							row.getBoolean("refused"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

}
