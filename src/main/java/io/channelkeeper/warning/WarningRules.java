package io.channelkeeper.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

/**
 * When an organization is warned that connections end: as it decided, else as the network
 * proposes (M-27 to M-31).
 */
@Service
public class WarningRules {

	private final JdbcClient jdbc;

	private final Networks networks;

	private final WarningProperties settings;

	private final Clock clock;

	WarningRules(JdbcClient jdbc, Networks networks, WarningProperties settings, Clock clock) {
		this.jdbc = jdbc;
		this.networks = networks;
		this.settings = settings;
		this.clock = clock;
	}

	/** What holds in the bound organization: one rule for each network and kind. */
	@Transactional(readOnly = true)
	public List<WarningRule> all() {
		Map<Place, WarningDays> own = own(Tenancy.current());
		return usual().stream()
			.map((rule) -> new WarningRule(rule.network(), rule.kind(),
					own.getOrDefault(new Place(rule.network(), rule.kind()), rule.days())))
			.toList();
	}

	/** On which days people of an organization are warned. */
	@Transactional(readOnly = true)
	public WarningDays days(UUID organization, NetworkId network, ChannelKind kind) {
		return own(organization).getOrDefault(new Place(network, kind), usual(this.networks.get(network), kind));
	}

	/** At which hour of its day the bound organization is warned. */
	@Transactional(readOnly = true)
	public int hour() {
		return this.jdbc.sql("select coalesce(warning_hour, :usual) from organization where id = :organization")
			.param("usual", usualHour())
			.param("organization", Tenancy.current())
			.query(Integer.class)
			.single();
	}

	/** Whether creators of the bound organization are reminded of what they connected. */
	@Transactional(readOnly = true)
	public boolean renewalMails() {
		return this.jdbc.sql("select renewal_mails from organization where id = :organization")
			.param("organization", Tenancy.current())
			.query(Boolean.class)
			.single();
	}

	/** Decides that for the viewer's organization, from now on. */
	@Transactional
	public void setRenewalMails(Viewer viewer, boolean wanted) {
		viewer.require(Action.ADMINISTER);
		this.jdbc.sql("update organization set renewal_mails = :wanted where id = :organization")
			.param("wanted", wanted)
			.param("organization", viewer.organizationId())
			.update();
	}

	/**
	 * Decides for the viewer's organization. It holds from now on: a warning whose moment
	 * has passed already is not made up for.
	 */
	@Transactional
	public void set(Viewer viewer, NetworkId network, ChannelKind kind, WarningDays days) {
		viewer.require(Action.ADMINISTER);
		if (days.equals(days(viewer.organizationId(), network, kind))) {
			return;
		}
		this.jdbc.sql("""
				insert into warning_rule (organization_id, network, kind, days, changed_at, changed_by)
				values (:organization, :network, :kind, :days, :now, :member)
				on conflict (organization_id, network, kind) do update
				set days = excluded.days, changed_at = excluded.changed_at, changed_by = excluded.changed_by
				""")
			.param("organization", viewer.organizationId())
			.param("network", network.value())
			.param("kind", kind.name())
			.param("days", days.values().toArray(Integer[]::new))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("member", viewer.memberId())
			.update();
	}

	/**
	 * The same for several rules, and for the hour of the day.
	 * @param hour from 0 to 23
	 */
	@Transactional
	public void set(Viewer viewer, Collection<WarningRule> rules, int hour) {
		viewer.require(Action.ADMINISTER);
		rules.forEach((rule) -> set(viewer, rule.network(), rule.kind(), rule.days()));
		this.jdbc.sql("""
				update organization set warning_hour = :hour
				where id = :organization and coalesce(warning_hour, :usual) <> :hour
				""")
			.param("hour", hour)
			.param("usual", usualHour())
			.param("organization", viewer.organizationId())
			.update();
	}

	/** What holds where an organization decided nothing. */
	List<WarningRule> usual() {
		return this.networks.all()
			.stream()
			.flatMap((network) -> Stream.of(ChannelKind.values())
				.map((kind) -> new WarningRule(network.id(), kind, usual(network, kind))))
			.toList();
	}

	int usualHour() {
		return this.settings.at().getHour();
	}

	private WarningDays usual(Network network, ChannelKind kind) {
		List<Integer> days = network.warningDays(kind);
		return new WarningDays(days.equals(Network.USUAL_WARNING_DAYS) ? this.settings.daysBefore() : days);
	}

	private Map<Place, WarningDays> own(UUID organization) {
		return this.jdbc.sql("select network, kind, days from warning_rule where organization_id = :organization")
			.param("organization", organization)
			.query((row, number) -> rule(row))
			.list()
			.stream()
			.collect(Collectors.toMap((rule) -> new Place(rule.network(), rule.kind()), WarningRule::days));
	}

	private static WarningRule rule(ResultSet row) throws SQLException {
		return new WarningRule(new NetworkId(row.getString("network")), ChannelKind.valueOf(row.getString("kind")),
				new WarningDays(Arrays.asList((Integer[]) row.getArray("days").getArray())));
	}

	/** What a rule is for. */
	private record Place(NetworkId network, ChannelKind kind) {
	}

}
