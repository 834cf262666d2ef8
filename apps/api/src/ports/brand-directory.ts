/** Port: brands of all companies, by id only. */
export abstract class BrandDirectory {
  /** Brands whose pages are not those of their published version and of this build of the templates. */
  abstract stale(build: string): Promise<readonly { readonly id: string; readonly companyId: string }[]>;
}
