package demo;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import practice.Portrait;
import practice.PracticeNetworks;
import practice.facebook.PictureMode;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.NetworkDesk;
import io.channelkeeper.network.SignInProviders;

/**
 * The creators of the demo. What stands in the portfolio was walked through: the mail's
 * link, the practice network's login and consent, and back; what is broken was broken
 * there. The clock begins two months ago and comes to today.
 */
final class DemoCreators {

	private static final String INSTAGRAM = "https://www.instagram.com/";

	private final ApplicationContext context;

	private final PracticeNetworks networks;

	private final String base;

	private final DemoTeam mia;

	private final DemoTeam sofia;

	private final DemoTeam clara;

	DemoCreators(ApplicationContext context, PracticeNetworks networks, String base) {
		this.context = context;
		this.networks = networks;
		this.base = base;
		this.mia = new DemoTeam(context, networks, "marketer@demo.example");
		this.sofia = new DemoTeam(context, networks, "manager@demo.example");
		this.clara = new DemoTeam(context, networks, "clara@nordlicht.example");
	}

	void arrive() {
		keepPicturesAway();
		twoMonthsAgo();
		weeksAgo();
		lastWeek();
		today();
	}

	/** Not every picture arrives. */
	private void keepPicturesAway() {
		this.networks.facebook().servePicture("lotteberg", PictureMode.TOO_LARGE);
		this.networks.facebook().servePicture("bistro_ana", PictureMode.NOT_AN_IMAGE);
		this.networks.facebook().servePicture("irisdemir", PictureMode.NONE);
	}

	private void twoMonthsAgo() {
		daysAgo(61);
		connect(this.mia.add("Nina Frey", Locale.GERMAN, List.of("Film"),
				"https://www.linkedin.com/company/frey-films"), "nina");
		daysAgo(60);
		connectAll(this.mia.add("Paul Reiter", Locale.GERMAN, List.of("Sport"), INSTAGRAM + "paul_reiter",
				"https://x.com/paul_reiter"), "paul");
		daysAgo(59);
		connectAll(this.mia.add("Noah Stein", Locale.ENGLISH, List.of("Tech"), INSTAGRAM + "noahstein",
				"https://www.youtube.com/@noahstein"), "noah");
		daysAgo(54);
		connectAll(this.mia.add("Lotte Berg", Locale.GERMAN, List.of("Travel", "Family"), INSTAGRAM + "lotteberg",
				"https://www.linkedin.com/company/lotte-berg-studio"), "lotte");
		daysAgo(40);
		connectAll(this.mia.add("Mila Novak", Locale.ENGLISH, List.of("Beauty"), INSTAGRAM + "milanovak",
				"https://www.tiktok.com/@milanovak"), "mila");
		UUID hugo = this.mia.add("Hugo Ferreira", Locale.ENGLISH, List.of("Food"), INSTAGRAM + "hugo.ferreira");
		connect(hugo, "hugo");
		daysAgo(18);
		this.sofia.within(() -> {
			this.context.getBean(ConnectionService.class)
				.disconnect(this.sofia.member(), this.mia.channels(hugo).getFirst());
			return true;
		});
	}

	private void weeksAgo() {
		this.mia.inviteInHaste(this.mia.add("Wilma Ek", Locale.ENGLISH, List.of("Home"), INSTAGRAM + "wilmaek"));
		daysAgo(13);
		UUID ana = this.mia.add("Ana Kocht", Locale.GERMAN, List.of("Food"), INSTAGRAM + "anakocht",
				INSTAGRAM + "bistro_ana");
		connectAll(ana, "ana");
		connect(this.mia.add("Jo Palmer", Locale.ENGLISH, List.of("Home"), INSTAGRAM + "palmerhouse"), "jo");
		connect(this.mia.add("Sven Dahl", Locale.ENGLISH, List.of("Sport", "Outdoor"), INSTAGRAM + "svendahl"), "sven");
		connect(this.mia.add("Ida Nyström", Locale.ENGLISH, List.of("Fashion"), INSTAGRAM + "idanystrom"), "ida");
		connectAtInstagram(this.clara.add("Omar Haddad", Locale.GERMAN, List.of("Food"), INSTAGRAM + "omarhaddad"),
				"omarhaddad");
		connect(this.clara.add("Ana Kocht", Locale.GERMAN, List.of(), INSTAGRAM + "anakocht"), "ana");
		daysAgo(10);
		connectAsMember("rosamarin",
				this.sofia.add("Rosa Marín", Locale.ENGLISH, List.of("Beauty", "Fashion"), INSTAGRAM + "rosamarin"));
		loseTheKey("Jo Palmer");
		this.networks.facebook().changePassword("sven");
		this.networks.facebook().takeRole("ida", "Ida Nyström");
	}

	private void lastWeek() {
		daysAgo(6);
		stick("Ben Sommer", Locale.GERMAN, "Travel", "bensommer", "ben");
		stick("Cleo Winter", Locale.ENGLISH, "Fashion", "cleowinter", "cleo");
		daysAgo(5);
		this.mia.invite(this.mia.add("Tara Quinn", Locale.ENGLISH, List.of("Family"), INSTAGRAM + "taraquinn"),
				"Hi Tara, lovely to meet you in Hamburg. Here is the link I promised.");
		String declined = this.mia.invite(
				this.mia.add("Viktor Hahn", Locale.GERMAN, List.of("Tech"), INSTAGRAM + "viktorhahn"),
				"Hallo Viktor, für die Herbstkampagne brauchen wir deine Zahlen.");
		DemoBrowser viktor = new DemoBrowser();
		viktor.submit(viktor.read(declined), "/decline", Map.of("word", "Gerade keine Zeit, im Frühjahr gern."));
		daysAgo(3);
		stick("Dario Rossi", Locale.ENGLISH, "Food", "dariocooks", "dario");
		stick("Emma Blum", Locale.GERMAN, "Home", "emmablum", "emma");
		UUID iris = this.mia.add("Iris Demir", Locale.GERMAN, List.of("Travel"), INSTAGRAM + "irisdemir",
				INSTAGRAM + "iris.travels");
		connect(iris, "iris");
		new DemoBrowser().read(this.mia.invite(
				this.mia.add("Yusuf Arslan", Locale.GERMAN, List.of("Sport"), INSTAGRAM + "yusufarslan"),
				"Hallo Yusuf, wir freuen uns auf die Zusammenarbeit."));
	}

	private void today() {
		daysAgo(2);
		List.of("admin@demo.example", "manager@demo.example", "marketer@demo.example").forEach(this::readNotices);
		daysAgo(1);
		stick("Greta Lang", Locale.GERMAN, "Fashion", "studiolang", "greta");
		offerAnotherAccount();
		stickWithout("Olga Petrenko", "olga.petrenko", "olga", Set.of("instagram_manage_insights"));
		UUID ulla = this.mia.add("Ulla Kern", Locale.GERMAN, List.of("Family"), INSTAGRAM + "ulla.kern");
		this.mia.within(() -> {
			this.context.getBean(ChannelService.class)
				.markIneligible(this.mia.channels(ulla).getFirst(), Ineligibility.Reason.PERSONAL,
						Ineligibility.Source.MEMBER, this.mia.member());
			return true;
		});
		daysAgo(0);
		stop("Lena Fischer", "lena.fischer", "lena");
		this.mia.invite(this.mia.add("Aylin Kaya", Locale.GERMAN, List.of("Beauty"), INSTAGRAM + "aylinkaya"),
				"Hallo Aylin, wie besprochen.");
		this.mia.add("Zoe Park", Locale.ENGLISH, List.of("Beauty"), "https://www.tiktok.com/@zoepark",
				"https://www.youtube.com/@zoepark");
		this.mia.add("Chen Wei", Locale.ENGLISH, List.of("Tech"), "https://x.com/chenwei",
				"https://www.linkedin.com/company/chen-wei-studio");
		this.sofia.upload(this.sofia.add("Marta Silva", Locale.ENGLISH, List.of("Travel", "Outdoor"),
				INSTAGRAM + "martasilva.pt", "https://www.facebook.com/martasilvatravels"),
				Portrait.draw("Marta Silva", 1, "jpg"));
		checkTheNetworks();
		this.clara.invite(this.clara.add("Jan Petersen", Locale.GERMAN, List.of(), INSTAGRAM + "janpetersen"),
				"Moin Jan!");
	}

	private void checkTheNetworks() {
		DemoTeam jonas = new DemoTeam(this.context, this.networks, "admin@demo.example");
		NetworkDesk desk = this.context.getBean(NetworkDesk.class);
		this.context.getBean(SignInProviders.class)
			.configured()
			.forEach((provider) -> desk.check(jonas.member(), provider.id().value()));
	}

	/** Their tokens name a key from now on that nobody has. */
	private void loseTheKey(String creator) {
		this.context.getBean(JdbcClient.class).sql("""
				update social_login set access_token = overlay(access_token placing '\\x0100000001'::bytea from 1)
				where id in (select k.login_id from connection k join channel c on c.id = k.channel_id
					join creator r on r.id = c.creator_id where r.name = :creator)
				""").param("creator", creator).update();
	}

	private void daysAgo(int days) {
		this.networks.clock().reset();
		this.networks.clock().advance(Duration.ofDays(-days));
	}

	private HttpResponse<String> connect(UUID creator, String who) {
		DemoTeam team = teamOf(creator);
		DemoBrowser browser = new DemoBrowser();
		return browser.connect(browser.read(team.invite(creator)), "/start", who, Set.of());
	}

	/** Connects without a page, through Instagram's own login. */
	private void connectAtInstagram(UUID creator, String who) {
		DemoBrowser browser = new DemoBrowser();
		browser.connect(browser.read(teamOf(creator).inviteBy("instagram", creator)), "/start", who, Set.of());
	}

	/** Connects the next channel of the same invitation on the page of the first. */
	private void connectAll(UUID creator, String who) {
		DemoBrowser browser = new DemoBrowser();
		HttpResponse<String> first = browser.connect(browser.read(this.mia.invite(creator)), "/start", who, Set.of());
		browser.connect(first, "/start", who, Set.of());
	}

	private void stick(String name, Locale language, String tag, String handle, String who) {
		connect(this.mia.add(name, language, List.of(tag), INSTAGRAM + handle), who);
	}

	private void stickWithout(String name, String handle, String who, Set<String> off) {
		DemoBrowser browser = new DemoBrowser();
		UUID creator = this.mia.add(name, Locale.ENGLISH, List.of("Travel"), INSTAGRAM + handle);
		browser.connect(browser.read(this.mia.invite(creator)), "/start", who, off);
	}

	private void stop(String name, String handle, String who) {
		DemoBrowser browser = new DemoBrowser();
		UUID creator = this.mia.add(name, Locale.GERMAN, List.of("Food"), INSTAGRAM + handle);
		browser.cancel(browser.read(this.mia.invite(creator)), "/start", who);
	}

	private void offerAnotherAccount() {
		DemoBrowser browser = new DemoBrowser();
		UUID finn = this.mia.add("Finn Otto", Locale.ENGLISH, List.of("Outdoor"), INSTAGRAM + "finnotto");
		HttpResponse<String> stuck = browser.connect(browser.read(this.mia.invite(finn)), "/start", "finn", Set.of());
		browser.submit(stuck, "/offer", Map.of());
	}

	private void connectAsMember(String who, UUID creator) {
		DemoBrowser browser = new DemoBrowser();
		browser.signIn(this.base, "manager@demo.example", DemoPeople.PASSWORD);
		HttpResponse<String> plan = browser
			.open(this.base + "/channels/" + this.sofia.channels(creator).getFirst() + "/connect");
		browser.connect(plan, "/connect", who, Set.of());
	}

	private void readNotices(String email) {
		DemoBrowser browser = new DemoBrowser();
		browser.signIn(this.base, email, DemoPeople.PASSWORD);
		browser.submit(browser.open(this.base + "/notices"), "/notices", Map.of());
	}

	private DemoTeam teamOf(UUID creator) {
		return this.clara.channels(creator).isEmpty() ? this.mia : this.clara;
	}

}
