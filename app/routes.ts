import { flatRoutes } from "@remix-run/fs-routes";
import { layout } from "@remix-run/route-config";

export default [layout("page-errors.tsx", await flatRoutes())];
