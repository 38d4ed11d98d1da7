package io.channelkeeper.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process of the application, as far as its keys go.
 */
public class KeyPeer implements AutoCloseable {

	final ProcessRegister process;

	public final Sealer sealer;

	public final KeyRegister keys;

	final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	/** A process that starts, on a database and with a file of keys. */
	public KeyPeer(DriverManagerDataSource database, Path file) throws GeneralSecurityException, IOException {
		this.jdbc = JdbcClient.create(database);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
		this.process = new ProcessRegister(database, this.jdbc);
		this.sealer = new Sealer(new EncryptionProperties("file:" + file));
		this.keys = new KeyRegister(new KeyReports(this.jdbc), this.process, this.sealer, this.transactions,
				Clock.systemUTC());
		this.process.start();
		this.keys.start();
	}

	/** Seals with the keys of a file, as somebody else might have. */
	public static byte[] seal(Path file, String clear, SealedPlace place) {
		try {
			return new Sealer(new EncryptionProperties(Keyset.FILE + file)).seal(clear, place);
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Puts the keys of a file back before those of another. */
	public static void bringBack(Path lost, Path file) throws GeneralSecurityException, IOException {
		Keyset keys = Keyset.read(Keyset.FILE + file).remembering(Keyset.read(Keyset.FILE + lost));
		Files.writeString(file, keys.encoded());
	}

	Resealing resealing(List<SealedColumn> columns) {
		return new Resealing(new ResealingRows(this.jdbc), this.keys, this.sealer, columns, this.transactions,
				Clock.systemUTC());
	}

	/** The key that it seals with now. */
	int sealsWith() {
		return Sealer.keyOf(this.sealer.seal("secret", new SealedPlace(Tenancy.NOBODY, Tenancy.NOBODY, "any")))
			.orElseThrow();
	}

	/** Ends as if it were killed: what it reported stays. */
	void kill() {
		this.process.stop();
	}

	@Override
	public void close() {
		this.keys.stop();
		this.process.stop();
	}

}
