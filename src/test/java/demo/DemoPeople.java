package demo;

import java.util.Locale;
import java.util.UUID;

import io.channelkeeper.organization.DemoOrganizations;
import io.channelkeeper.organization.Role;

/**
 * The two organizations of the demo and who works there.
 */
final class DemoPeople {

	static final String PASSWORD = "practice";

	private DemoPeople() {
	}

	/**
	 * Makes them, unless there is an organization already.
	 * @return whether they were made
	 */
	static boolean arrive(DemoOrganizations organizations) {
		if (organizations.exist()) {
			return false;
		}
		UUID lumen = organizations.make("Lumen Social", Locale.ENGLISH, "lumen.example");
		organizations.enrol(lumen, "Jonas Weber", "admin@demo.example", Locale.ENGLISH, Role.ADMIN, PASSWORD);
		organizations.enrol(lumen, "Sofia Lindqvist", "manager@demo.example", Locale.ENGLISH, Role.MANAGER, PASSWORD);
		organizations.enrol(lumen, "Mia Brandt", "marketer@demo.example", Locale.GERMAN, Role.MARKETER, PASSWORD);
		UUID nordlicht = organizations.make("Nordlicht Kollektiv", Locale.GERMAN, "nordlicht.example");
		organizations.enrol(nordlicht, "Clara Voss", "clara@nordlicht.example", Locale.GERMAN, Role.ADMIN, PASSWORD);
		return true;
	}

}
