package demo;

import practice.PracticeNetworks;

import org.springframework.context.ApplicationContext;

/**
 * The creators of the demo: what stands in the portfolio was walked through.
 */
final class DemoCreators {

	private DemoCreators() {
	}

	static void arrive(ApplicationContext context, PracticeNetworks networks) {
		networks.reset();
	}

}
