package demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;

import javax.imageio.ImageIO;

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
		UUID lumen = organizations.make("Lumen Social", Locale.ENGLISH, "lumen.example",
				logo(new Color(0x27, 0x2F, 0x6B), new Color(0xFF, 0xC8, 0x3D)));
		organizations.letOperate(
				organizations.enrol(lumen, "Jonas Weber", "admin@demo.example", Locale.ENGLISH, Role.ADMIN, PASSWORD));
		organizations.enrol(lumen, "Sofia Lindqvist", "manager@demo.example", Locale.ENGLISH, Role.MANAGER, PASSWORD);
		organizations.enrol(lumen, "Mia Brandt", "marketer@demo.example", Locale.GERMAN, Role.MARKETER, PASSWORD);
		UUID nordlicht = organizations.make("Nordlicht Kollektiv", Locale.GERMAN, "nordlicht.example",
				logo(new Color(0x0B, 0x3D, 0x3A), new Color(0x7D, 0xE0, 0xB8)));
		organizations.enrol(nordlicht, "Clara Voss", "clara@nordlicht.example", Locale.GERMAN, Role.ADMIN, PASSWORD);
		return true;
	}

	private static byte[] logo(Color ground, Color light) {
		BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = image.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		pen.setColor(ground);
		pen.fillRect(0, 0, 256, 256);
		pen.setColor(light);
		pen.fillArc(48, 64, 160, 160, 0, 180);
		pen.setStroke(new BasicStroke(14));
		for (int line = 0; line < 3; line++) {
			pen.drawLine(64 + 24 * line, 172 + 22 * line, 192 - 24 * line, 172 + 22 * line);
		}
		pen.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
